import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lyceum.core.people.models import Invitation
from lyceum.kernel.mail.models import OutgoingMail

INVITATIONS = reverse("admin:invitations")
LIST = "zoe@example.org,Zoe,teacher\nnot an address\namina@harbour.test\nzoe@example.org"


def test_one_is_invited_by_a_form(cast, sign_in):
    told = {"email": "zoe@example.org", "name": "Zoe", "role": "member"}
    response = sign_in(cast.ruth).post(INVITATIONS, told)
    assert (response.status_code, response["Location"]) == (303, INVITATIONS)
    assert "harbour.test/invitations/" in OutgoingMail.objects.get(to="zoe@example.org").text


@pytest.mark.parametrize("email", ["zoe", "amina@harbour.test", ""])
def test_an_address_that_cannot_be_invited_is_told(cast, sign_in, email):
    response = sign_in(cast.ruth).post(INVITATIONS, {"email": email, "role": "member"})
    assert response.status_code == 422
    assert b"id_email-error" in response.content
    assert not OutgoingMail.objects.exists()


def test_a_list_is_shown_before_anything_is_sent(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = client.post(INVITATIONS, {"text": LIST, "check": "1"}).content.decode()
    assert "Send 1 invitation" in page
    assert "Not an address" in page
    assert "Is here already" in page
    assert "Stands above already" in page
    assert not Invitation.objects.exists()


def test_the_list_that_was_shown_is_sent(cast, sign_in):
    client = sign_in(cast.ruth)
    upload = SimpleUploadedFile("people.csv", LIST.encode())
    page = client.post(INVITATIONS, {"file": upload, "check": "1"})
    response = client.post(INVITATIONS, {"text": page.context["text"], "send": "1"})
    assert response.status_code == 303
    [sent] = Invitation.objects.all()
    assert (sent.email, sent.name, sent.role) == ("zoe@example.org", "Zoe", "teacher")
    assert OutgoingMail.objects.count() == 1
    assert b"zoe@example.org" in client.get(INVITATIONS).content


@pytest.mark.parametrize("text", ["", "  \n ", "\n".join(f"p{n}@x.org" for n in range(501))])
def test_an_empty_or_endless_list_is_refused(cast, sign_in, text):
    response = sign_in(cast.ruth).post(INVITATIONS, {"text": text, "check": "1"})
    assert response.status_code == 422
    assert b'role="alert"' in response.content


def test_security_37_markup_in_a_list_is_shown_as_text(cast, sign_in):
    text = "x@example.org,<img src=x onerror=alert(1)>,<b>boss</b>"
    page = sign_in(cast.ruth).post(INVITATIONS, {"text": text, "check": "1"}).content
    assert b"<img src=x" not in page
    assert b"&lt;b&gt;boss" in page


@pytest.mark.parametrize(("who", "status"), [("kofi", 403), ("amina", 403), ("olga", 200)])
def test_everybody_else_invites_nobody_here(cast, sign_in, who, status):
    client = sign_in(getattr(cast, who))
    assert client.get(INVITATIONS).status_code == status
    client.post(INVITATIONS, {"text": "zoe@example.org", "send": "1"})
    assert not Invitation.objects.exists()
