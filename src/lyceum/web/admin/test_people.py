import pytest
from django.urls import reverse

from lyceum.core.people.actions import add_person, suspend_person
from lyceum.core.people.models import User

PEOPLE = reverse("admin:people")


def test_an_administrator_finds_people(cast, sign_in):
    client = sign_in(cast.ruth)
    everybody = client.get(PEOPLE).content.decode()
    assert "6 people" in everybody
    assert "Olga" not in everybody
    found = client.get(PEOPLE, {"q": "ami dial"}).content.decode()
    assert reverse("admin:person", args=[cast.amina.pk]) in found
    assert "Bruno" not in found
    assert "Nobody fits" in client.get(PEOPLE, {"q": "zzz"}).content.decode()


def test_people_are_narrowed_by_role_and_by_being_suspended(cast, sign_in):
    suspend_person(cast.chen, by=cast.ruth)
    client = sign_in(cast.ruth)
    teachers = client.get(PEOPLE, {"role": "teacher"}).content.decode()
    assert "Kofi Osei" in teachers
    assert "Amina" not in teachers
    suspended = client.get(PEOPLE, {"role": "suspended"}).content.decode()
    assert "Chen Wei" in suspended
    assert "Amina" not in suspended


def test_a_thousand_people_come_fifty_at_a_time_in_few_queries(
    cast, sign_in, django_assert_max_num_queries
):
    for n in range(60):
        add_person(cast.harbour, User.objects.create_user(f"p{n}@harbour.test"), f"Person {n:02}")
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = client.get(PEOPLE).content.decode()
    assert page.count("<tr>") == 51
    assert "Page 1 of 2" in page
    assert client.get(PEOPLE, {"page": 2, "q": "person"}).content.decode().count("<tr>") == 11


@pytest.mark.parametrize("who", ["kofi", "mira", "amina", "chen"])
def test_nobody_else_sees_the_people(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(PEOPLE).status_code == 403
    assert sign_in(None).get(PEOPLE).status_code == 302
