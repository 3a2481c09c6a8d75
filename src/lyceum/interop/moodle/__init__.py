"""Questions in Moodle's formats: Moodle XML, GIFT and Aiken."""
