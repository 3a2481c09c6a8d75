import polib
import pytest
from babel.messages import Catalog

from lyceum.config.house.translating import begin, updated


@pytest.fixture
def spanish():
    made = begin("es")
    made.append(polib.POEntry(msgid="Home", msgstr="Inicio", tcomment="also a tab"))
    made.append(polib.POEntry(msgid="Look at the catalogue", msgstr="Ver el catálogo"))
    days = {0: "%(n)s día", 1: "%(n)s días", 2: "%(n)s días"}
    made.append(polib.POEntry(msgid="%(n)s day", msgid_plural="%(n)s days", msgstr_plural=days))
    return made


def source(*originals):
    found = Catalog()
    for original in originals:
        found.add(original, locations=[("home.html", 0)])
    return found


def test_what_was_written_is_kept_where_the_original_is(spanish):
    fresh = updated(spanish, source(("%(n)s day", "%(n)s days"), "Home"))
    days, home = fresh
    assert (home.msgstr, home.tcomment) == ("Inicio", "also a tab")
    assert days.msgstr_plural == {0: "%(n)s día", 1: "%(n)s días", 2: "%(n)s días"}
    assert fresh.percent_translated() == 100


def test_a_new_original_waits_to_be_written_beside_its_neighbours(spanish):
    fresh = updated(spanish, source("Home", "People", ("%(n)s mail", "%(n)s mails")))
    assert [entry.msgid for entry in fresh] == ["Home", "People", "%(n)s mail"]
    assert fresh.find("People").msgstr == ""
    assert fresh.find("%(n)s mail").msgstr_plural == {0: "", 1: "", 2: ""}
    assert fresh.find("%(n)s mail").flags == ["python-format"]


def test_an_original_that_has_gone_takes_its_translation_along(spanish):
    assert [entry.msgid for entry in updated(spanish, source("Home"))] == ["Home"]


def test_a_changed_original_takes_over_the_translation_in_doubt(spanish):
    (entry,) = updated(spanish, source("Look into the catalogue"))
    assert (entry.msgstr, entry.fuzzy) == ("Ver el catálogo", True)
    assert entry.previous_msgid == "Look at the catalogue"


def test_doubt_stays_until_somebody_decides(spanish):
    doubted = updated(spanish, source("Look into the catalogue"))
    (entry,) = updated(doubted, source("Look into the catalogue"))
    assert entry.flags == ["fuzzy"]
    assert entry.previous_msgid == "Look at the catalogue"


def test_a_new_language_begins_with_its_own_plurals():
    arabic = begin("ar")
    assert arabic.metadata["Plural-Forms"].startswith("nplurals=6;")
    (days,) = updated(arabic, source(("%(n)s day", "%(n)s days")))
    assert len(days.msgstr_plural) == 6


def test_a_language_nobody_knows_is_refused():
    with pytest.raises(SystemExit, match="pt_BR"):
        begin("klingon")
