from django.urls import reverse

from lyceum.kernel import clock
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.mail.models import OutgoingMail

HEALTH = reverse("admin:health")


def test_health_shows_checks_and_what_was_set_aside(cast, sign_in, django_assert_max_num_queries):
    OutboxEvent.objects.update(delivered_at=clock.now())
    OutboxEvent.objects.create(
        tenant_id=cast.harbour.pk, name="x.Y", payload="{}", parked_at=clock.now(), last_error="No"
    )
    OutgoingMail.objects.create(
        tenant_id=cast.harbour.pk, to="a@b.org", subject="S", text="T", given_up_at=clock.now()
    )
    client = sign_in(cast.ruth)
    client.get(HEALTH)
    with django_assert_max_num_queries(15):
        page = client.get(HEALTH).content.decode()
    assert "Database" in page
    assert "x.Y" in page
    assert "a@b.org" in page


def test_troubles_of_others_are_not_shown(cast, sign_in):
    OutgoingMail.objects.create(
        tenant_id=cast.harbour.pk, to="a@b.org", subject="S", text="T", given_up_at=clock.now()
    )
    assert sign_in(cast.kofi).get(HEALTH).status_code == 403
    assert b"a@b.org" not in sign_in(cast.olga).get(HEALTH).content
