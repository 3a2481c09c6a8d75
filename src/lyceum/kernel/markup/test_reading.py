from lyceum.kernel.markup import clean_html, headings, passage, reading_minutes, text_of

PAGE = """<h2>How tides work</h2><p>The Moon <em>pulls</em>.</p>
<ul><li>spring</li><li>neap</li></ul>
<h3 id="x">Force: \\(F = ma\\)</h3><table><tr><td>a</td><td>b</td></tr></table>"""


def test_the_words_of_a_page_are_told_apart_by_its_blocks():
    assert text_of(clean_html(PAGE)) == (
        "How tides work The Moon pulls. spring neap Force: F = ma a b"
    )
    assert text_of("") == ""
    assert text_of("a&nbsp;&amp; b") == "a & b"


def test_headings_have_level_id_and_words():
    assert headings(clean_html(PAGE)) == [
        (2, "part-how-tides-work", "How tides work"),
        (3, "part-x", "Force: F = ma"),
    ]
    assert headings("<p>none</p>") == []


def test_headings_of_the_same_words_and_of_any_script_have_their_own_ids():
    cleaned = clean_html("<h2>Tides</h2><h2>Tides</h2><h3>潮汐</h3><h4>!</h4>")
    ids = [name for _level, name, _words in headings(cleaned)]
    assert ids == ["part-tides", "part-tides-2", "part-潮汐", "part-heading"]


def test_a_place_is_told_by_the_heading_above_it_and_by_how_much_lies_before():
    page = "<p>aaaa</p><h2>Ebb</h2><p>bbbb</p><h3>Slack</h3><p>cccc</p>"
    assert passage(page, 0).heading == ""
    assert passage(page, 2).heading == "Ebb"
    assert passage(page, 99).heading == "Slack"
    assert passage(page, 2).share == 7 / 20
    assert passage("", 3).share == 0


def test_reading_takes_about_a_minute_for_two_hundred_words():
    assert reading_minutes("") == 0
    assert reading_minutes("<p>a few words</p>") == 1
    assert reading_minutes("<p>" + "word " * 1_000 + "</p>") == 5
    assert reading_minutes("<p>" + "海" * 1_200 + "</p>") == 3
