import pytest
from django.template import engines
from django.utils.safestring import mark_safe

from lyceum.web.ui import hot

PART = "{% load ui %}<p>{{ title }}</p>{% slot 'state' 7 %}<hr>{% slot 'count' %}"


@pytest.fixture
def part(monkeypatch):
    hot.forget()
    made = []

    def render(name, context):
        made.append(name)
        return engines["django"].from_string(PART).render(context)

    monkeypatch.setattr(hot, "render_to_string", render)
    return made


def fill(version, **slots):
    return hot.render_hot(
        key=("part", version), template="part.html", context={"title": "Tides"}, slots=slots
    )


def test_the_filled_part_equals_the_plain_rendering(part):
    filled = fill(1, **{"state-7": mark_safe("<b>Done</b>"), "count": "2"})
    assert filled == "<p>Tides</p><b>Done</b><hr>2"


def test_a_part_is_rendered_once_per_version(part):
    fill(1, count="1")
    fill(1, count="2")
    assert len(part) == 1
    fill(2, count="2")
    assert len(part) == 2


def test_what_fills_a_slot_is_escaped(part):
    assert "&lt;script&gt;" in fill(1, count="<script>")


def test_an_unfilled_slot_is_empty(part):
    assert fill(1) == "<p>Tides</p><hr>"


def test_old_parts_make_room(part, monkeypatch):
    monkeypatch.setattr(hot, "MOST_CHARACTERS", 60)
    for version in range(5):
        fill(version)
    fill(0)
    assert len(part) == 6
