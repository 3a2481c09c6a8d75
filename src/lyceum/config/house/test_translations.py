"""Every language we offer says everything, and says it with the same placeholders and tags."""

import re
from functools import cache

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

from lyceum.config.house.originals import originals, sources
from lyceum.config.house.translating import entry_of, key_of, plural_forms
from lyceum.config.translations import catalogue_path

OFFERED = [to_locale(code) for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ #0-9.]*[A-Za-z%]|\{\w*\}")
TAG = re.compile(r"</?[A-Za-z][^>]*>")


@cache
def wanted():
    return {key_of(entry_of(message, 2)): message for message in originals(sources()) if message.id}


@cache
def catalogue(name):
    return polib.pofile(str(catalogue_path(name)))


def told(texts):
    return "\n".join(f"  {text!r}" for text in texts)


def forms(entry):
    """Return what may be shown, each with the originals it may be measured by."""
    if not entry.msgid_plural:
        return [(entry.msgstr, [entry.msgid])]
    both = [entry.msgid, entry.msgid_plural]
    return [(form, both) for form in entry.msgstr_plural.values()]


def marks(text):
    """Return what has to be the same in a translation: placeholders, and tags in their number."""
    return set(PLACEHOLDER.findall(text)), sorted(TAG.findall(text))


def broken(entry):
    return [form for form, by in forms(entry) if form and marks(form) not in map(marks, by)]


@pytest.mark.parametrize("name", OFFERED)
def test_every_text_of_the_source_stands_in_the_catalogue(name):
    known = {key_of(entry) for entry in catalogue(name) if not entry.obsolete}
    missing = [key[1] for key in wanted() if key not in known]
    assert not missing, (
        f"Run bin/translate, then write these in {catalogue_path(name)}:\n{told(missing)}"
    )


@pytest.mark.parametrize("name", OFFERED)
def test_the_catalogue_holds_nothing_that_the_source_does_not_say(name):
    gone = [entry.msgid for entry in catalogue(name) if key_of(entry) not in wanted()]
    gone += [entry.msgid for entry in catalogue(name).obsolete_entries()]
    assert not gone, f"Run bin/translate: it takes these out of {name}:\n{told(gone)}"


@pytest.mark.parametrize("name", OFFERED)
def test_every_text_is_translated(name):
    empty = [entry.msgid for entry in catalogue(name).untranslated_entries()]
    assert not empty, f"Write these in {catalogue_path(name)}:\n{told(empty)}"


@pytest.mark.parametrize("name", OFFERED)
def test_no_translation_is_in_doubt(name):
    doubted = [entry.msgid for entry in catalogue(name).fuzzy_entries()]
    assert not doubted, (
        f"Read these in {catalogue_path(name)}, put them right, and take the word “fuzzy” and the "
        f"line “#| msgid” away:\n{told(doubted)}"
    )


@pytest.mark.parametrize("name", OFFERED)
def test_translations_keep_placeholders_and_tags(name):
    wrong = [text for entry in catalogue(name) for text in broken(entry)]
    assert not wrong, f"Write placeholders and tags of these as in the original:\n{told(wrong)}"


@pytest.mark.parametrize("name", OFFERED)
def test_every_plural_has_all_the_forms_of_its_language(name):
    count = plural_forms(catalogue(name))
    short = [
        entry.msgid
        for entry in catalogue(name)
        if entry.msgid_plural and sorted(entry.msgstr_plural) != list(range(count))
    ]
    assert not short, f"Write {count} forms (msgstr[0] and on) of these:\n{told(short)}"


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Hello %(name)s,", "Hola, %(nombre)s:"),
        ("Hello %(name)s,", "Hola:"),
        ("%d lines", "%s líneas"),
        ("%(percent)s %% read", "%(percent)s % leído"),
        ("Words: {count}", "Palabras: {cuenta}"),
        ("You are <b>%(email)s</b>.", "Eres %(email)s."),
        ("You are <b>%(email)s</b>.", "Eres <b>%(email)s<b>."),
    ],
)
def test_a_translation_that_would_break_a_page_is_found(original, translation):
    assert broken(polib.POEntry(msgid=original, msgstr=translation))


def test_the_form_for_one_may_leave_the_number_out_where_the_original_does():
    entry = polib.POEntry(msgid="Look at one field.", msgid_plural="Look at %(n)s fields.")
    entry.msgstr_plural = {0: "Mira un campo.", 1: "Mira %(n)s campos."}
    assert not broken(entry)
    entry.msgstr_plural[1] = "Mira %(m)s campos."
    assert broken(entry) == ["Mira %(m)s campos."]
