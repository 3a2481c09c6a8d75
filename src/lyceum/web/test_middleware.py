import gzip

from django.urls import reverse


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
