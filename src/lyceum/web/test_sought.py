from django.test import RequestFactory

from lyceum.web.sought import LONGEST, sought


def asked(words):
    return sought(RequestFactory().get("/", {"q": words}))


def test_words_are_looked_for_without_what_stands_around_them():
    assert asked("  amina \n diallo\0 ") == "amina diallo"
    assert asked("") == ""


def test_a_whole_text_is_not_looked_for():
    assert asked("x" * 100_000) == "x" * LONGEST
