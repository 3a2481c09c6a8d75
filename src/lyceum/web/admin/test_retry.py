import pytest
from django.urls import reverse

from lyceum.kernel import clock
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.mail.models import OutgoingMail

RETRY = reverse("admin:retry")


@pytest.fixture
def mail(cast):
    return OutgoingMail.objects.create(
        tenant_id=cast.harbour.pk, to="a@b.org", subject="S", text="T", given_up_at=clock.now()
    )


@pytest.fixture
def event(cast):
    return OutboxEvent.objects.create(
        tenant_id=cast.harbour.pk, name="x.Y", payload="{}", parked_at=clock.now(), tries=8
    )


def test_a_refused_mail_and_a_parked_event_are_tried_again(cast, sign_in, mail, event):
    client = sign_in(cast.ruth)
    assert client.post(RETRY, {"mail": mail.pk}).status_code == 303
    assert client.post(RETRY, {"event": event.event_id}).status_code == 303
    mail.refresh_from_db()
    event.refresh_from_db()
    assert (mail.given_up_at, event.parked_at, event.tries) == (None, None, 0)


@pytest.mark.parametrize(("who", "status"), [("kofi", 403), ("olga", 404)])
def test_nobody_else_tries_again(cast, sign_in, mail, event, who, status):
    client = sign_in(getattr(cast, who))
    assert client.post(RETRY, {"mail": mail.pk}).status_code == status
    assert client.post(RETRY, {"event": event.event_id}).status_code == status
    assert client.post(RETRY, {"event": "x"}).status_code == status
    event.refresh_from_db()
    assert event.parked_at
