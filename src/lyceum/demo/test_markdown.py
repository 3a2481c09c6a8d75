import pytest

from lyceum.demo.markdown import to_html


def html(text):
    return to_html(text, lambda address: f"/x/{address}").strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$a_1 * b_2$", '<p><span class="math" data-tex="a_1 * b_2">a_1 * b_2</span></p>'),
        ("$$a < b$$", '<div class="math" data-tex="a &lt; b">a &lt; b</div>'),
        (r"It cost \$5.86 or $5 then", "<p>It cost $5.86 or $5 then</p>"),
        ("> [!TIP]\n> Look.", '<aside class="callout callout-tip">\n<p>Look.</p>\n</aside>'),
        ("> Said she.", "<blockquote>\n<p>Said she.</p>\n</blockquote>"),
        ("[next](02.md)", '<p><a href="/x/02.md">next</a></p>'),
    ],
)
def test_markdown_becomes_html(text, expected):
    assert html(text) == expected


def test_an_image_alone_becomes_a_figure_with_its_title_as_the_caption():
    assert html('![A map](drawing:gyre "A gyre.")') == (
        '<figure><img src="/x/drawing:gyre" width="560" height="350" alt="A map" loading="lazy">'
        "<figcaption>A gyre.</figcaption></figure>"
    )


def test_nested_quotations_close_as_they_were_opened():
    assert html("> [!NOTE]\n> A\n>\n> > B").count("</blockquote>") == 1
