import pytest

from lyceum.web.admin.brand_preview import preview_of


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ffee88", "#1f6f5c", "#ff0000"])
def test_text_on_every_colour_can_be_read(colour):
    assert all(look.ratio >= 4.5 for look in preview_of(colour).looks)


def test_a_pale_colour_is_said_to_be_changed():
    assert preview_of("#ffee88").adjusted
    assert not preview_of("#1f6f5c").adjusted
