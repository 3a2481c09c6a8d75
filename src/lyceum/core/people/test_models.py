import pytest
from django.db import IntegrityError, transaction

from lyceum.core.people.models import Person, User
from lyceum.kernel import tenancy


def test_a_query_for_people_with_no_institution_in_use_raises(db):
    with pytest.raises(tenancy.UnscopedQuery, match=r"tenancy\.using"):
        Person.objects.count()


def test_a_system_task_may_see_everywhere(cast):
    with tenancy.everywhere():
        assert Person.objects.filter(name__in=["Olga Ivanova", "Ruth Okafor"]).count() == 2


def test_another_institution_sees_nothing_of_ours(cast):
    with tenancy.using(cast.northgate.pk):
        assert [person.name for person in Person.objects.all()] == ["Olga Ivanova"]
        assert not Person.objects.filter(pk=cast.amina.pk).exists()


def test_a_new_row_belongs_to_the_institution_in_use(cast):
    with tenancy.using(cast.northgate.pk):
        assert Person(name="Ida").institution_id == cast.northgate.pk


def test_scopes_nest_and_end(cast):
    with tenancy.using(cast.northgate.pk):
        with tenancy.using(cast.harbour.pk):
            assert tenancy.current() == cast.harbour.pk
        assert tenancy.current() == cast.northgate.pk


def test_one_address_is_one_user_whatever_its_case(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="AMINA@harbour.test")
