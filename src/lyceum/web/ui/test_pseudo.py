import pytest
from django.urls import reverse
from django.utils import translation

from lyceum.web.ui.pseudo import LANGUAGE, RIGHT_TO_LEFT, pseudo, pseudo_catalogue


def plain(text):
    return text.replace(RIGHT_TO_LEFT, "").replace("\u202c", "")


def test_words_grow_and_run_from_the_right():
    assert plain(pseudo("Home")) == "Hoomee"
    assert pseudo("Home").startswith(RIGHT_TO_LEFT)


@pytest.mark.parametrize("kept", ["%(name)s", "%s", "{place}", "<b>", "</b>", "&amp;"])
def test_what_is_filled_in_later_stays_as_it_is(kept):
    assert kept in pseudo(f"Move {kept} up")


def test_a_catalogue_keeps_plurals_and_leaves_contexts_out():
    found = pseudo_catalogue({"": "header", "one day\x00%(n)s days": "…", "verb\x04Open": "…"})
    assert [plain(form) for form in found["one day\x00%(n)s days"].split("\x00")] == [
        "oonee daay",
        "%(n)s daays",
    ]
    assert plain(found["verb\x04Open"]) == "Oopeen"
    assert "charset=UTF-8" in found[""]


@pytest.mark.skipif(
    not translation.check_for_language(LANGUAGE), reason="The translations are not compiled."
)
def test_whoever_chooses_the_pseudo_locale_sees_pages_from_the_right(cast, sign_in):
    client = sign_in(None)
    client.cookies["language"] = LANGUAGE
    page = client.get(reverse("account_login")).content.decode()
    assert '<html lang="ar-xb" dir="rtl"' in page
    assert pseudo("Sign in") in page
