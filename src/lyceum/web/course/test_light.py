from django.urls import reverse

from lyceum.core.courses.actions import publish_page
from lyceum.core.people.actions import change_profile
from lyceum.web.course.light import light

BODY = (
    '<p>Look:</p><figure><img src="/files/1" alt="A &quot;spring&quot; tide" width="8"></figure>'
    '<iframe src="https://player.vimeo.com/video/1" title="The film"></iframe>'
    '<video src="/f"></video>'
)


def test_pictures_and_players_become_links_that_name_them():
    text = light(BODY, picture="Picture", video="Video")
    assert '<a class="heavy" href="/files/1">Picture: A &quot;spring&quot; tide</a>' in text
    assert '<a class="heavy" href="https://player.vimeo.com/video/1">Video: The film</a>' in text
    assert '<video preload="none" src="/f">' in text
    assert "<img" not in text
    assert "<iframe" not in text


def test_a_picture_of_the_course_says_how_large_it_is():
    name = "01a20813-2452-70c4-9385-80537dfa0164"
    text = light(
        f'<img src="/files/{name}" alt="Map">', picture="P", video="V", sizes={name: "2 MB"}
    )
    assert f'<a class="heavy" href="/files/{name}">P: Map (2 MB)</a>' in text


def test_a_text_without_them_stays_as_it_is():
    assert light("<p>Ebb &amp; flow</p>", picture="P", video="V") == "<p>Ebb &amp; flow</p>"


def test_a_person_or_their_browser_may_ask_for_reduced_data(cast, sign_in):
    picture = '<p><img src="/files/1" alt="A tide"></p>'
    publish_page(cast.page, picture, based_on=1, by=cast.kofi)
    url = reverse("course:item", args=[cast.page.pk])
    client = sign_in(cast.amina)
    assert b"<img" in client.get(url).content
    assert b"<img" not in client.get(url, headers={"Save-Data": "on"}).content
    change_profile(cast.amina, reduced_data=True, by=cast.amina)
    page = client.get(url).content
    assert b"<img" not in page
    assert b"Picture: A tide" in page
