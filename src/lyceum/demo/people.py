"""The forty people of Harbour College, and the two of Northgate Institute."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import combining, normalize

PASSWORD = "harbour-lights-1848"  # the published password of the demo
HARBOUR = "harbour.example"
NORTHGATE = "northgate.example"

OCE, TRA, MAT = "OCE-101", "TRA-201", "MAT-110"


@dataclass(frozen=True)
class Cast:
    """Somebody of the demo: institution role, and the habit (see `history`) in each course."""

    name: str
    role: str = "member"
    habits: Mapping[str, str] = field(default_factory=dict)
    domain: str = HARBOUR

    @property
    def email(self) -> str:
        """Return first name at the domain, in plain letters."""
        letters = normalize("NFKD", self.name.split()[0].lower())
        return "".join(c for c in letters if not combining(c)) + "@" + self.domain


def _learner(name: str, oce: str = "", tra: str = "", mat: str = "") -> Cast:
    habits = {OCE: oce, TRA: tra, MAT: mat}
    return Cast(name, "member", {course: habit for course, habit in habits.items() if habit})


ADMINISTRATOR = Cast("Ruth Okafor", "administrator")
TEACHERS = (
    Cast("Kofi Osei", "teacher"),
    Cast("Leyla Demir", "teacher"),
    Cast("Priya Raman", "teacher"),
)
ASSISTANTS = (Cast("Mira Lindqvist"), Cast("Tomás Ferreira"))
DESIGNER = Cast("Ingrid Solheim")
LEARNERS = (
    _learner("Amina Diallo", oce="halfway", mat="steady"),
    _learner("Bruno Keller", oce="last_minute", tra="steady"),
    _learner("Chen Wei"),
    _learner("Aisha Rahman", oce="early", tra="steady"),
    _learner("Mateo Rojas", oce="steady", mat="fading"),
    _learner("Yuki Tanaka", oce="finished", mat="early"),
    _learner("Fatou Ndiaye", tra="steady", mat="last_minute"),
    _learner("Oskar Nowak", oce="fading", tra="last_minute"),
    _learner("Hana Novotná", oce="steady", tra="early"),
    _learner("Samuel Adeyemi", oce="comeback", mat="steady"),
    _learner("Linh Nguyen", tra="finished", mat="steady"),
    _learner("Noah Bergström", oce="stopped"),
    _learner("Zeynep Kaya", oce="steady", tra="steady", mat="steady"),
    _learner("Diego Morales", tra="fading", mat="last_minute"),
    _learner("Freya Jónsdóttir", oce="early", mat="steady"),
    _learner("Ravi Menon", oce="last_minute", mat="early"),
    _learner("Salma Haddad", oce="steady", tra="comeback"),
    _learner("Jonas Weber", tra="stopped", mat="fading"),
    _learner("Chiara Conti", oce="steady", tra="last_minute"),
    _learner("Kwame Mensah", oce="late", mat="steady"),
    _learner("Elif Aydın", tra="steady", mat="comeback"),
    _learner("Priscila Souza", oce="last_minute", tra="steady"),
    _learner("Viktor Petrov", mat="stopped", tra="late"),
    _learner("Naledi Dlamini", oce="steady", mat="steady"),
    _learner("Tariq Mansour", oce="never"),
    _learner("Sofia Papadaki", oce="fading", mat="last_minute"),
    _learner("Lars Hansen", tra="early", mat="never"),
    _learner("Maya Cohen", oce="comeback", tra="steady"),
    _learner("Ibrahim Sesay", oce="steady", mat="last_minute"),
    _learner("Clara Dubois", tra="last_minute", mat="steady"),
    _learner("Hiroshi Sato", oce="last_minute"),
    _learner("Rosa Jiménez", tra="steady", mat="late"),
    _learner("Emeka Obi", oce="stopped", tra="comeback"),
)

PEOPLE = (ADMINISTRATOR, *TEACHERS, *ASSISTANTS, DESIGNER, *LEARNERS)
NEIGHBOURS = (
    Cast("Olga Ivanova", "administrator", domain=NORTHGATE),
    Cast("Martin Holt", "teacher", domain=NORTHGATE),
)
