import pytest
from django.http import HttpResponse

from lyceum.config.house import observatory

GOOD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; "
    "style-src 'self'; object-src 'none'; frame-ancestors 'self'",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def scored(**changes):
    told = GOOD | {name.replace("_", "-"): told for name, told in changes.items()}
    headers = {name: told for name, told in told.items() if told}
    return observatory.score(HttpResponse("<p>Hello", headers=headers))[0]


def test_a_page_without_any_header_gets_30_points():
    assert observatory.score(HttpResponse("<p>Hello"))[0] == 30


def test_a_page_with_all_of_them_gets_130():
    assert scored() == 130


@pytest.mark.parametrize(
    ("policy", "points"),
    [
        ("default-src 'none'; script-src 'strict-dynamic'; frame-ancestors 'self'", 75),
        ("default-src 'self'; script-src 'unsafe-inline'; frame-ancestors 'self'", 80),
        ("script-src 'self'; style-src 'self'; frame-ancestors 'self'", 80),
        ("default-src 'self'; script-src 'unsafe-eval'; frame-ancestors 'self'", 110),
        ("default-src 'self'; img-src http:; frame-ancestors 'self'", 110),
        ("default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'", 120),
        ("default-src 'self'; frame-ancestors 'self'", 125),
    ],
)
def test_a_weaker_content_policy_costs_points(policy, points):
    assert scored(Content_Security_Policy=policy) == points


def test_no_content_policy_costs_25_points_and_the_credit():
    assert scored(Content_Security_Policy="", X_Frame_Options="DENY") == 75


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"Strict_Transport_Security": ""}, 80),
        ({"Strict_Transport_Security": "max-age=60"}, 120),
        ({"X_Content_Type_Options": ""}, 125),
        ({"Referrer_Policy": "unsafe-url"}, 120),
        ({"Cross_Origin_Resource_Policy": "nonsense"}, 115),
        (
            {"Access_Control_Allow_Origin": "x", "Access_Control_Allow_Credentials": "true"},
            50,
        ),
    ],
)
def test_a_missing_or_weak_header_costs_points(changes, points):
    assert scored(**changes) == points


def test_a_session_cookie_that_travels_in_the_clear_costs_40():
    response = HttpResponse("<p>Hello", headers=GOOD)
    response.set_cookie("session", "x", httponly=True, samesite="Lax")
    assert observatory.score(response)[0] == 60


def test_a_script_of_another_host_needs_its_hash():
    tag = '<script src="https://elsewhere.example/x.js">'
    assert observatory.subresource_integrity(HttpResponse(tag)) == -5
    assert observatory.subresource_integrity(HttpResponse(tag.replace("https:", ""))) == -50
