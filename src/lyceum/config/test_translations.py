import gettext

import pytest

from lyceum.config.translations import catalogue_path, compile_translations
from lyceum.web.ui.pseudo import LOCALE as PSEUDO
from lyceum.web.ui.pseudo import RIGHT_TO_LEFT

SPANISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Home"
msgstr "Inicio"

msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] "%(n)s día"
msgstr[1] "%(n)s días"

msgctxt "verb"
msgid "Open"
msgstr "Abrir"

#, fuzzy
msgid "People"
msgstr "Gente"

msgid "Later"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Ido"
"""


@pytest.fixture
def said(tmp_path):
    path = catalogue_path("es", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(SPANISH, "utf-8")
    compile_translations(tmp_path)
    return lambda name: gettext.translation("django", tmp_path, [name])


def test_python_reads_what_was_compiled(said):
    spanish = said("es")
    assert spanish.gettext("Home") == "Inicio"
    assert spanish.ngettext("%(n)s day", "%(n)s days", 2) == "%(n)s días"
    assert spanish.pgettext("verb", "Open") == "Abrir"


@pytest.mark.parametrize("original", ["People", "Later", "Gone"])
def test_what_is_in_doubt_not_written_or_gone_stays_in_english(said, original):
    assert said("es").gettext(original) == original


def test_the_pseudo_locale_turns_every_original_also_those_nobody_translated(said):
    turned = said(PSEUDO)
    for original in ("Home", "People", "Later"):
        assert turned.gettext(original).startswith(RIGHT_TO_LEFT)
    assert turned.pgettext("verb", "Open").startswith(RIGHT_TO_LEFT)
    assert turned.gettext("Gone") == "Gone"


def test_the_pseudo_locale_keeps_plurals_and_what_is_filled_in(said):
    turned = said(PSEUDO)
    one, many = (turned.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2))
    assert one != many
    assert one.startswith("%(n)s ")
    assert many.startswith("%(n)s ")
