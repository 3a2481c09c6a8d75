import pytest
from django.urls import reverse

from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.models import Person, User


def people(client, cast, **query):
    return client.get(reverse("course:people", args=[cast.course.pk]), query)


def test_a_teacher_finds_people_by_name_and_role(cast, sign_in):
    client = sign_in(cast.kofi)
    assert b"Amina Diallo" in people(client, cast).content
    assert b"Amina Diallo" not in people(client, cast, q="bruno").content
    assert b"Amina Diallo" not in people(client, cast, role="assistant").content


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_costs_at_most_10_queries(cast, sign_in, number, django_assert_max_num_queries):
    for n in range(number):
        user = User.objects.create(email=f"l{n}@harbour.test")
        person = Person.objects.create(user=user, name=f"Learner {n}")
        Enrolment.objects.create(
            course=cast.course, person=person, joined_at=cast.harbour.created_at
        )
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        assert people(client, cast).status_code == 200


def test_an_assistant_sees_and_changes_nothing(cast, sign_in):
    page = people(sign_in(cast.mira), cast).content.decode()
    assert "Amina Diallo" in page
    assert "Take out" not in page


def test_the_wrong_people_do_not_see_it(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.chen, 404), (cast.olga, 404)):
        assert people(sign_in(person), cast).status_code == status


def test_a_row_is_filled_for_each_person_and_carries_no_markup_of_theirs(cast, sign_in):
    cast.amina.name = "<b>Amina</b>"
    cast.amina.save()
    page = people(sign_in(cast.kofi), cast).content.decode()
    assert "&lt;b&gt;Amina&lt;/b&gt;" in page
    assert "<b>Amina" not in page
    for name in ("Kofi Osei", "Mira Lindqvist", "Bruno Keller"):
        assert page.count(f"Change {name}") == 1
    assert "\x00" not in page
