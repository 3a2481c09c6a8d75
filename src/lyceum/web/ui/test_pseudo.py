import pytest
from django.urls import reverse
from django.utils import translation

from lyceum.web.ui.pseudo import LANGUAGE, RIGHT_TO_LEFT, pseudo


def plain(text):
    return text.replace(RIGHT_TO_LEFT, "").replace("\u202c", "")


def test_words_grow_and_run_from_the_right():
    assert plain(pseudo("Home")) == "Hoomee"
    assert pseudo("Home").startswith(RIGHT_TO_LEFT)


@pytest.mark.parametrize("kept", ["%(name)s", "%s", "{place}", "<b>", "</b>", "&amp;"])
def test_what_is_filled_in_later_stays_as_it_is(kept):
    assert kept in pseudo(f"Move {kept} up")


@pytest.mark.skipif(
    not translation.check_for_language(LANGUAGE), reason="The translations are not compiled."
)
def test_whoever_chooses_the_pseudo_locale_sees_pages_from_the_right(cast, sign_in):
    client = sign_in(None)
    client.cookies["language"] = LANGUAGE
    page = client.get(reverse("account_login")).content.decode()
    assert '<html lang="ar-xb" dir="rtl"' in page
    assert pseudo("Sign in") in page
