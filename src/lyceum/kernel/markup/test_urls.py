import pytest

from lyceum.kernel.markup.urls import embed_url, host_of, link_url, own_url

HOSTS = ("www.youtube-nocookie.com", "player.vimeo.com", "video.school.example")


@pytest.mark.parametrize(
    "url",
    [
        "http://e.example",
        "https://e.example/a?b#c",
        "mailto:a@e.example",
        "tel:1",
        "/a",
        "a/b",
        "#c",
        "?d",
        "../e",
        " /f ",
    ],
)
def test_a_link_may_lead_there(url):
    assert link_url(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        " java\tscript:x",
        "\x01javascript:x",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "blob:x",
        "feed:javascript:x",
        "",
        " ",
        "view-source:x",
    ],
)
def test_a_link_may_not_lead_there(url):
    assert link_url(url) is None


@pytest.mark.parametrize("url", ["//e.example/a", "\\\\e.example/a", "/\\e.example/a"])
def test_an_address_without_a_scheme_is_taken_for_https(url):
    assert link_url(url) == "https://e.example/a"
    assert own_url(url) is None


@pytest.mark.parametrize(
    "url", ["https://e.example/a.png", "data:image/png,x", "a\\b", "blob:x", ""]
)
def test_images_come_from_this_site_alone(url):
    assert own_url(url) is None
    assert own_url("/files/1") == "/files/1"


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://vimeo.com/1234567", "player.vimeo.com/video/1234567"),
        ("https://vimeo.com/1234567/ab12cd34ef", "player.vimeo.com/video/1234567?h=ab12cd34ef"),
        (
            "https://player.vimeo.com/video/1234567?h=ab12cd34ef&autoplay=1",
            "player.vimeo.com/video/1234567?h=ab12cd34ef",
        ),
        ("https://www.youtube.com/live/abcdefghijk", "www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://video.school.example/v?id=1", "video.school.example/v?id=1"),
    ],
)
def test_a_player_is_found_and_found_again_from_itself(url, player):
    assert embed_url(url, HOSTS) == f"https://{player}"
    assert embed_url(f"https://{player}", HOSTS) == f"https://{player}"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/watch",
        "https://vimeo.com/about",
        "https://video.school.example:8443/",
        "https://video.school.example@evil.example/",
        "https://evil.example/",
        "javascript:x",
        "https://[",
        "/files/1",
    ],
)
def test_nothing_else_is_a_player(url):
    assert embed_url(url, HOSTS) is None


def test_hosts_are_told_in_lower_case():
    assert host_of("HTTPS://E.Example:8/x") == "e.example"
    assert host_of("/x") == host_of("mailto:a@e.example") == host_of("https://[") == ""
