from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lyceum.core.people.models import Institution

BRAND = reverse("admin:brand")
TOLD = {
    "name": "Harbour University",
    "colour": "#7A1FA2",
    "language": "es",
    "time_zone": "Europe/Madrid",
    "sign_up": "open",
}


def picture(form="PNG"):
    made = BytesIO()
    Image.new("RGB", (64, 64), "teal").save(made, form)
    return SimpleUploadedFile("logo.png", made.getvalue(), "image/png")


def harbour(cast):
    return Institution.objects.get(pk=cast.harbour.pk)


def test_name_colour_and_logo_are_set(cast, sign_in):
    client = sign_in(cast.ruth)
    response = client.post(BRAND, TOLD | {"logo": picture()})
    assert (response.status_code, response["Location"]) == (303, BRAND)
    now = harbour(cast)
    assert (now.name, now.colour, now.sign_up) == ("Harbour University", "#7a1fa2", "open")
    assert client.get(reverse("ui:logo"))["Content-Type"] == "image/webp"
    client.post(BRAND, TOLD | {"no_logo": "on"})
    assert harbour(cast).logo is None


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"colour": "red"}, 422),
        ({"colour": "#12345g"}, 422),
        ({"name": " "}, 422),
        ({"time_zone": "Mars"}, 422),
        ({"logo": SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>", "image/png")}, 422),
        ({"logo": SimpleUploadedFile("logo.svg", b"<svg xmlns='x'/>", "image/svg+xml")}, 422),
        ({"logo": SimpleUploadedFile("logo.png", b"\x89PNG\r\n" + bytes(2_100_000))}, 413),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changes(cast, sign_in, wrong, status):
    response = sign_in(cast.ruth).post(BRAND, TOLD | wrong)
    assert response.status_code == status
    assert b"-error" in response.content
    assert harbour(cast).name == "Harbour College"


def test_the_preview_says_what_contrast_a_colour_has(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = client.get(BRAND)
    assert b"Contrast of text" in page.content
    pale = client.get(BRAND, {"colour": "#ffee88"}, headers={"X-Fragment": "preview"})
    assert b"darker shade" in pale.content
    assert b"<html" not in pale.content
    odd = client.get(BRAND, {"colour": "<script>"}, headers={"X-Fragment": "preview"})
    assert b"<script>" not in odd.content


@pytest.mark.parametrize("who", ["kofi", "amina", "olga"])
def test_nobody_else_changes_the_institution(cast, sign_in, who):
    sign_in(getattr(cast, who)).post(BRAND, TOLD)
    assert harbour(cast).name == "Harbour College"
    assert sign_in(cast.kofi).post(BRAND, TOLD).status_code == 403
