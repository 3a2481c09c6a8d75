import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lyceum.core.people.models import Institution, Person, User
from lyceum.kernel import tenancy


def test_an_institution_is_founded_by_one_command(db, capsys):
    call_command("found", "Tidewater School", "--email", "Ida@example.org", "--host", "tide.test")
    password = capsys.readouterr().out.split()[-1]
    institution = Institution.objects.get(host="tide.test")
    user = User.objects.get(email="ida@example.org")
    assert user.check_password(password)
    assert user.emailaddress_set.get().verified
    with tenancy.using(institution.pk):
        person = Person.objects.get()
    assert (person.name, person.role) == ("Ida", "administrator")


def test_who_has_an_account_keeps_the_password(cast, capsys):
    call_command("found", "Second", "--email", "olga@northgate.test", "--host", "second.test")
    assert "the password you have" in capsys.readouterr().out
    assert cast.olga.user.check_password("harbour-lights-1848")


@pytest.mark.parametrize(
    "wrong",
    [["--email", "ida"], ["--colour", "red"], ["--host", "harbour.test"], ["--email", ""]],
)
def test_what_does_not_fit_is_said_in_one_sentence(cast, wrong):
    with pytest.raises(CommandError):
        call_command("found", "X", "--email", "ida@example.org", *wrong)
    assert Institution.objects.count() == 2
