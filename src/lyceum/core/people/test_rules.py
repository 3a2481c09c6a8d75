import pytest

from lyceum.core.people import rules


@pytest.mark.parametrize(
    ("giver", "role", "allowed"),
    [
        ("administrator", "administrator", True),
        ("administrator", "member", True),
        ("teacher", "member", False),
        ("member", "administrator", False),
        ("administrator", "owner", False),
    ],
)
def test_only_administrators_give_roles_and_only_known_ones(giver, role, allowed):
    assert rules.may_give_role(giver, role) is allowed


def test_every_role_may_do_what_the_one_below_may():
    assert rules.MEMBER_ABILITIES < rules.TEACHER_ABILITIES < rules.ADMINISTRATOR_ABILITIES


@pytest.mark.parametrize(("text", "shows"), [("Waves", True), ("🌊", True), ("  ​", False)])
def test_a_title_has_to_show_something(text, shows):
    assert rules.has_visible_text(text) is shows


def test_a_token_is_kept_as_its_hash():
    assert rules.token_hash("secret") != "secret"
    assert len(rules.token_hash("secret")) == 64
