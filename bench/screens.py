"""The screens that `bench pages` asks for, each as the person who would, with its budgets."""

from dataclasses import dataclass

from bench.site import Seeded, session_of
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string

from lyceum.demo.scale import Scale

CSRF_LENGTH = 32


@dataclass(frozen=True)
class Screen:
    """One request: who asks for what, and what it may cost. None: no budget is promised."""

    name: str
    path: str
    client: Client
    cpu_ms: float
    queries: int
    gzip_kb: float | None = None
    first_load_kb: float | None = None
    body: str | None = None

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"

    def headers(self) -> dict[str, str]:
        """Return what a browser would send along."""
        cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
        sent = {"Host": "localhost", "Accept": "text/html", "Accept-Encoding": "gzip, br"}
        if self.body is not None:
            # A cookie's bare secret is a token, too: the form would hold it masked.
            cookies[settings.CSRF_COOKIE_NAME] = secret = get_random_string(CSRF_LENGTH)
            sent["X-CSRFToken"] = secret
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return sent


def screens_of(seeded: Seeded) -> list[Screen]:
    """Return what is measured, in the order of the table."""
    amina, kofi = session_of(seeded.learner), session_of(seeded.teacher)
    small, large = (_learner_of(scale) for scale in (seeded.small, seeded.large))
    outline = {
        scale.course.pk: reverse("course:outline", args=[scale.course.pk])
        for scale in (seeded.small, seeded.large)
    }
    item = seeded.small.items[40].pk
    crowd = seeded.crowd.course.pk
    return [
        Screen("home, learner", reverse("home:home"), amina, 4, 8, 12, 75),
        Screen("home, teacher", reverse("home:home"), kofi, 4, 8, 12, 120),
        Screen("course, 96 items", outline[seeded.small.course.pk], small, 4, 10, 15, 75),
        Screen("course, 500 items", outline[seeded.large.course.pk], large, 12, 10),
        Screen("course, 96 items, teacher", outline[seeded.small.course.pk], kofi, 15, 10),
        Screen("player", reverse("course:item", args=[item]), small, 4, 10, 10, 75),
        Screen("catalogue", reverse("catalogue:catalogue"), amina, 15, 15, None, 75),
        Screen("people, 1,000 learners", reverse("course:people", args=[crowd]), kofi, 15, 10),
        Screen("progress, 1,000 learners", reverse("course:progress", args=[crowd]), kofi, 15, 10),
        Screen(
            "place (fragment)",
            reverse("course:place", args=[item]),
            small,
            cpu_ms=3,
            queries=15,
            body="place=p-3&seconds=20",
        ),
    ]


def _learner_of(scale: Scale) -> Client:
    return session_of(scale.enrolments[len(scale.enrolments) // 2].person)
