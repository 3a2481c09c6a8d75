"""The cast and the tools that every test may ask for by name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from types import SimpleNamespace

import pytest
from django.test import Client

from lyceum.core.courses import actions as courses
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.people import actions as people
from lyceum.core.people.models import Institution, Person, User
from lyceum.kernel import tenancy

PASSWORD = "harbour-lights-1848"
SHARED = Path(__file__).resolve().parent.parent / "shared"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: packed ones hold the time, and no two processes would agree."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def shared() -> Path:
    """Real packages and data that lie beside a checkout."""
    if not SHARED.exists():
        pytest.skip("The real samples lie in ../shared, which is not here.")
    return SHARED


@pytest.fixture
def least_cpu() -> Callable[[Callable[[], object]], float]:
    """Measure the CPU seconds of the quickest of three runs: a busy machine only ever adds."""

    def measure(work: Callable[[], object]) -> float:
        spent = []
        for _ in range(3):
            start = process_time()
            work()
            spent.append(process_time() - start)
        return min(spent)

    return measure


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path) -> None:
    for name in ("default", "files"):
        settings.STORAGES = {
            **settings.STORAGES,
            name: {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": tmp_path / "files"},
            },
        }


def person_of(institution: Institution, name: str, role: str = Person.Role.MEMBER) -> Person:
    address = f"{name.split()[0].lower()}@{institution.host}"
    user = User.objects.create_user(address, PASSWORD)
    user.emailaddress_set.create(email=address, verified=True, primary=True)
    return people.add_person(institution, user, name, role)


def founded(name: str, host: str, administrator: str) -> Person:
    ruler = people.found_institution(
        name=name,
        host=host,
        administrator_name=administrator,
        email=f"{administrator.split()[0].lower()}@{host}",
        password=PASSWORD,
    )
    ruler.user.emailaddress_set.create(email=ruler.user.email, verified=True, primary=True)
    return ruler


@pytest.fixture
def cast(db) -> Iterator[SimpleNamespace]:
    """Two institutions, a teacher, an assistant, three learners, administrators, and one course."""
    olga = founded("Northgate Institute", "northgate.test", "Olga Ivanova")
    ruth = founded("Harbour College", "harbour.test", "Ruth Okafor")
    harbour = ruth.institution
    with tenancy.using(harbour.id):
        kofi = person_of(harbour, "Kofi Osei", Person.Role.TEACHER)
        named = {
            name.split()[0].lower(): person_of(harbour, name)
            for name in ("Mira Lindqvist", "Amina Diallo", "Bruno Keller", "Chen Wei")
        }
        course = enrolment.open_course("Oceans and coasts", by=kofi)
        courses.change_course(course, code="OCE-101", by=kofi)
        module = courses.create_module(course, "Tides", by=kofi)
        page = courses.create_item(
            module, "page", "How tides work", {"body": "<p>The Moon pulls.</p>"}, by=kofi
        )
        courses.publish_item(page, by=kofi)
        courses.publish_course(course, by=kofi)
        enrolment.enrol_person(course, named["mira"], "assistant", by=kofi)
        enrolment.enrol_person(course, named["amina"], "learner", by=kofi)
        enrolment.enrol_person(course, named["bruno"], "learner", by=kofi)
        yield SimpleNamespace(
            harbour=harbour,
            northgate=olga.institution,
            ruth=ruth,
            olga=olga,
            kofi=kofi,
            course=course,
            module=module,
            page=page,
            **named,
        )


@pytest.fixture
def sign_in() -> Callable[[Person | None], Client]:
    """Return a browser's client that is signed in as the person, at their institution's host."""

    def client_of(person: Person | None, host: str = "harbour.test") -> Client:
        client = Client(HTTP_HOST=person.institution.host if person else host)
        if person:
            client.force_login(person.user, backend="lyceum.core.people.backends.PersonBackend")
        return client

    return client_of
