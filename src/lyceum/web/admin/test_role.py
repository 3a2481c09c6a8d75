import pytest
from django.urls import reverse

from lyceum.core.people.models import Person


def give(client, person, role):
    return client.post(reverse("admin:role", args=[person.pk]), {"role": role}, follow=True)


def role_of(person):
    return Person.objects.get(pk=person.pk).role


def test_an_administrator_makes_amina_a_teacher(cast, sign_in):
    page = give(sign_in(cast.ruth), cast.amina, "teacher")
    assert b"Amina Diallo: Teacher." in page.content
    assert role_of(cast.amina) == "teacher"


def test_security_19_nobody_else_gives_roles(cast, sign_in):
    assert give(sign_in(cast.kofi), cast.kofi, "administrator").status_code == 403
    assert give(sign_in(cast.amina), cast.kofi, "member").status_code == 404
    assert give(sign_in(cast.olga), cast.amina, "administrator").status_code == 404
    assert (role_of(cast.kofi), role_of(cast.amina)) == ("teacher", "member")


@pytest.mark.parametrize("role", ["", "owner", "0"])
def test_a_role_that_is_none_is_refused_in_words(cast, sign_in, role):
    assert b"cannot give this role" in give(sign_in(cast.ruth), cast.amina, role).content
    assert role_of(cast.amina) == "member"


def test_the_last_administrator_keeps_the_role(cast, sign_in):
    page = give(sign_in(cast.ruth), cast.ruth, "member")
    assert b"another administrator first" in page.content
    assert role_of(cast.ruth) == "administrator"
