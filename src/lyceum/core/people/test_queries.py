import pytest

from lyceum.core.people import queries
from lyceum.core.people.models import Institution, Person


def test_the_host_name_finds_the_institution(cast):
    assert queries.institution_for("harbour.test") == cast.harbour
    assert queries.institution_for("northgate.test") == cast.northgate


def test_an_unknown_host_finds_none_of_several(cast):
    assert queries.institution_for("elsewhere.test") is None


def test_an_unknown_host_finds_the_only_one(cast):
    Institution.objects.filter(pk=cast.northgate.pk).delete()
    assert queries.institution_for("elsewhere.test") == cast.harbour


def test_the_institution_without_a_host_answers_to_all_others(cast):
    main = Institution.objects.create(name="Main")
    assert queries.institution_for("elsewhere.test") == main
    assert queries.institution_for("harbour.test") == cast.harbour


def test_only_administrators_see_other_people(cast):
    assert list(queries.people_visible_to(cast.chen)) == [cast.chen]
    assert queries.people_visible_to(cast.ruth).count() == 6


@pytest.mark.parametrize("text", ["ami", "diallo amina", "AMINA@harbour"])
def test_people_are_found_by_parts_of_name_and_address(cast, text):
    assert list(queries.search_people(Person.objects.all(), text)) == [cast.amina]
