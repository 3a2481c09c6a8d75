"""What a person may do in the institution, and the one way to insist on it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied

from lyceum.core.people.models import Institution, Person
from lyceum.core.people.rules import ROLE_ABILITIES

Abilities = frozenset[str]
NONE: Abilities = frozenset()

_abilities_of: dict[type, Callable[[Person, Any], Abilities]] = {}


class MayNot(PermissionDenied):
    """The person knows the thing and may not do this with it (403)."""

    def __init__(self, ability: str, obj: object) -> None:
        super().__init__(f"{ability} on {type(obj).__name__}")
        self.ability = ability
        self.obj = obj


def answers_for[T](
    model: type[T],
) -> Callable[[Callable[[Person, T], Abilities]], Callable[[Person, T], Abilities]]:
    """Register the domain's function that says what a person may do with a `model` object."""

    def keep(function: Callable[[Person, T], Abilities]) -> Callable[[Person, T], Abilities]:
        _abilities_of[model] = function
        return function

    return keep


def abilities(person: Person | None, obj: object) -> Abilities:
    """Return all that `person` may do with `obj`: the one answer for views, templates and API."""
    if person is None or person.is_suspended:
        return NONE
    if getattr(obj, "institution_id", person.institution_id) != person.institution_id:
        return NONE
    return _abilities_of[type(obj)](person, obj)


def require(person: Person | None, ability: str, obj: object) -> None:
    """Raise `MayNot` unless `person` has `ability` on `obj`."""
    if ability not in abilities(person, obj):
        raise MayNot(ability, obj)


@answers_for(Institution)
def institution_abilities(person: Person, institution: Institution) -> Abilities:
    if person.institution_id != institution.id:
        return NONE
    return ROLE_ABILITIES[person.role]


@answers_for(Person)
def person_abilities(person: Person, other: Person) -> Abilities:
    own = frozenset({"view", "edit"}) if person.pk == other.pk else NONE
    return own | {"view", "edit", "suspend", "give_role"} if person.administers else own
