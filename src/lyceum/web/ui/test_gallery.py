import pytest
from django.urls import reverse


@pytest.mark.parametrize("query", [{}, {"theme": "dark"}, {"dir": "rtl"}, {"lang": "ar-xb"}])
def test_the_gallery_shows_every_component(cast, sign_in, query):
    page = sign_in(cast.amina).get(reverse("ui:gallery"), query).content.decode()
    for shown in ('class="ring"', 'class="bar"', "aria-invalid", "<dialog", 'class="pager"'):
        assert shown in page


def test_no_page_carries_what_the_policy_forbids(cast, sign_in):
    response = sign_in(cast.amina).get(reverse("ui:gallery"))
    page = response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert " style=" not in page
    assert "onclick" not in page
