"""Things a learner does. They do not know each other."""
