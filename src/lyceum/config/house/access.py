"""Who may reach what: the table that `test_policies.py` asks every route about.

Written from the words of the design, not from the code: an ability is granted here and there, and
the two have to agree. A new policy needs a row in `ALLOWED`; a new sort of object one in `KNOWN`;
a new public route a place in `PUBLIC`, with the reviewer's eye on it.
"""

from lyceum.config.house.walking import Route

OK, SIGN_IN, FORBIDDEN, MISSING = "ok", "sign-in", "403", "404"

ALLOWED = {
    "person": "amina chen mira kofi ruth olga",
    "institution.create_course": "kofi ruth olga",
    "institution.administer": "ruth olga",
    "institution.invite": "ruth olga",
    "institution.brand": "ruth olga",
    "institution.see_jobs": "ruth olga",
    "course.preview": "amina mira kofi ruth",
    "course.view": "amina mira kofi ruth",
    "course.see_people": "mira kofi ruth",
    "course.see_progress": "mira kofi ruth",
    "course.edit": "kofi ruth",
    "course.manage_people": "kofi ruth",
    "course.archive": "kofi ruth",
    "module.edit": "kofi ruth",
    "item.view": "amina mira kofi ruth",
    "item.learn": "amina",
    "item.edit": "kofi ruth",
    "file.view": "amina mira kofi ruth",
    "enrolment.manage_people": "kofi ruth",
    "person.give_role": "ruth",
    "person.suspend": "ruth",
}
"""Who of the cast gets through each policy, for the course, the item and Amina herself."""

KNOWN = {
    "course": "amina mira kofi ruth",
    "module": "amina mira kofi ruth",
    "item": "amina mira kofi ruth",
    "file": "amina mira kofi ruth",
    "enrolment": "amina mira kofi ruth",
    "person": "amina ruth",
}
"""Who may know that the object exists. All others get the answer of a true miss."""

DRAFT = {"item.view": "mira kofi ruth", "item.learn": "", "item.edit": "kofi ruth"}
DRAFT_KNOWN = "mira kofi ruth"
"""The same for an item that was not published yet."""

PUBLIC = {
    "account_confirm_email", "account_email_verification_sent",
    "account_inactive", "account_login", "account_logout", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_signup", "catalogue:catalogue",
    "people:acceptance", "people:invitation", "people:joining", "people:language",
    "status:healthz", "status:readyz", "ui:logo", "ui:manifest", "ui:mark", "ui:offline",
    "ui:worker",
}  # fmt: skip
"""Routes that ask for nobody: signing in and out, the catalogue, the shell, the probes."""

NOT_SIGNED_IN = {
    "catalogue:preview": MISSING,
    "course:cover": MISSING,
    "people:joining": SIGN_IN,
}
"""Routes that answer strangers otherwise than their policy says: a course that is not listed is
not there, and the page for users who are no person here asks who they are."""

WHILE_SUSPENDED = {"account_logout", "status:healthz", "status:readyz", "ui:worker"}
"""What a suspended person still reaches: the way out, and what has no institution."""

EMPTY = {
    "account_confirm_email": "the key is made up",
    "admin:retry": "nothing was given up",
    "course:cover": "the course has no picture",
    "people:acceptance": "no invitation was opened in this session",
    "ui:logo": "the institution has no logo",
}
"""Routes that answer 404 to those who may ask, because there is nothing to give."""

OF_HARBOUR = {
    "course_id", "enrolment_id", "file_id", "invitation_id", "item_id", "job_id", "module_id",
    "person_id", "token",
}  # fmt: skip
"""Arguments that name something of one institution: to all others it is not there."""


def expected(who: str, route: Route) -> str:
    """Return what the table says that `who` gets from the route."""
    policy = route.policy
    if who == "bruno":
        return OK if route.name in WHILE_SUSPENDED else FORBIDDEN
    if policy == "setup" or (who == "olga" and OF_HARBOUR & set(route.arguments)):
        return MISSING
    if who in {"nobody", "stranger"} and route.name in NOT_SIGNED_IN:
        known_user = who == "stranger" and route.name == "people:joining"
        return OK if known_user else NOT_SIGNED_IN[route.name]
    if policy == "public":
        return OK
    if who in {"nobody", "stranger"}:
        return SIGN_IN
    return _of_person(who, policy, ALLOWED, KNOWN)


def expected_of_draft(who: str, route: Route) -> str:
    """Return the same for a route of an item that is still a draft."""
    return _of_person(who, route.policy, DRAFT, {"item": DRAFT_KNOWN})


def _of_person(who: str, policy: str, allowed: dict[str, str], known: dict[str, str]) -> str:
    assert policy in allowed, f"Add the policy “{policy}” to the table of {__name__}."
    if who in allowed[policy].split():
        return OK
    of = policy.partition(".")[0]
    return MISSING if "." in policy and of in known and who not in known[of].split() else FORBIDDEN
