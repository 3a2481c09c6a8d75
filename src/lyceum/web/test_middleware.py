import gzip

from django.urls import reverse

from lyceum.core.courses.models import Module


def compressed(client, address):
    return client.get(address, headers={"Accept-Encoding": "gzip"})


def test_a_page_is_sent_compressed_and_is_the_same_page(cast, sign_in):
    answer = compressed(sign_in(cast.amina), reverse("course:outline", args=[cast.course.pk]))
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert "Oceans and coasts" in gzip.decompress(answer.content).decode()


def test_a_browser_that_cannot_unpack_gets_it_plain(cast, sign_in):
    answer = sign_in(cast.amina).get(reverse("home:home"))
    assert not answer.has_header("Content-Encoding")


def test_what_is_no_page_is_sent_as_it_is(cast, sign_in):
    answer = compressed(sign_in(cast.amina), "/sw.js")
    assert answer.status_code == 200
    assert not answer.has_header("Content-Encoding")


def test_a_text_with_a_nul_in_it_is_refused_wherever_it_stands(cast, sign_in):
    kofi = sign_in(cast.kofi)
    modules = reverse("course:module_creation", args=[cast.course.pk])
    answers = [
        kofi.get(reverse("home:jump"), {"q": "a\0b"}),
        kofi.get(reverse("home:jump"), {"a\0b": "q"}),
        kofi.get(reverse("course:named_file", args=[cast.page.pk, "a\0b"])),
        kofi.post(modules, {"title": "a\0b"}),
        kofi.post(modules, {"title": "Waves", "next": "\0"}),
    ]
    assert [answer.status_code for answer in answers] == [422] * 5
    assert "That could not be read" in answers[3].content.decode()
    assert Module.objects.count() == 1
