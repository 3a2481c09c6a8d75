from django.urls import reverse

from lyceum.core.courses.actions import archive_course


def found(client, text):
    return client.get(reverse("home:jump"), {"q": text}).content.decode()


def test_a_learner_finds_their_course_and_its_items(cast, sign_in):
    client = sign_in(cast.amina)
    assert "Oceans and coasts" in found(client, "ocean")
    assert "How tides work" in found(client, "tides")


def test_security_14_a_stranger_finds_neither_course_nor_people(cast, sign_in):
    client = sign_in(cast.chen)
    assert "Oceans and coasts" not in found(client, "ocean")
    assert "Amina Diallo" not in found(client, "amina")


def test_an_administrator_finds_people(cast, sign_in):
    assert "Amina Diallo" in found(sign_in(cast.ruth), "amina")


def test_a_fragment_holds_the_hits_alone(cast, sign_in):
    page = sign_in(cast.amina).get(
        reverse("home:jump"), {"q": "tides"}, headers={"HX-Request": "true"}
    )
    assert b"<html" not in page.content
    assert b"How tides work" in page.content


def test_what_was_deleted_is_not_found(cast, sign_in):
    archive_course(cast.course, by=cast.kofi)
    for person in (cast.amina, cast.mira, cast.ruth):
        page = found(sign_in(person), "o")
        assert "Oceans and coasts" not in page
        assert "How tides work" not in page
