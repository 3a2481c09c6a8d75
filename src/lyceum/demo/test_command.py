from io import StringIO

import pytest
from django.core.management import call_command

from lyceum.core.people.models import Institution, Person
from lyceum.kernel import tenancy


@pytest.mark.django_db(transaction=True)
def test_fresh_forgets_the_demo_and_loads_it_anew():
    call_command("demo", stdout=StringIO())
    before = Institution.objects.get(name="Harbour College")
    out = StringIO()
    call_command("demo", "--fresh", stdout=out)
    after = Institution.objects.get(name="Harbour College")
    assert before.pk != after.pk
    assert "40 people" in out.getvalue()
    with tenancy.using(after.pk):
        assert Person.objects.count() == 40
