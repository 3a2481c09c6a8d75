import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lyceum.kernel.markup import MarkupTooLarge, clean, clean_html, text_of
from lyceum.kernel.markup.allowed import CONTAINERS, RENAMED, TAGS

SOME_TAGS = sorted(TAGS | CONTAINERS | set(RENAMED) | {"script", "svg", "o:p", "template", "title"})
TEXTS = st.sampled_from(
    [
        "a",
        " ",
        "é",
        "<",
        "&amp;",
        "&",
        "\\(x\\)",
        "\\[y\\]",
        "\\(",
        "\n",
        "&nbsp;",
        "\0",
        "]]>",
        "-->",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        "",
        " id=x",
        " id=part-x",
        " href=/a",
        " href=#x",
        " src=/a",
        " class=math data-tex=x",
        " src=https://e.example/",
        " src=https://youtu.be/abcdefghijk",
        " lang=en",
        " dir=rtl",
        ' class="callout callout-tip"',
        " display=block",
        " name=y",
        ' class="embed"',
        " style=x",
        ' class="equation_image" data-equation-content="x^2"',
        ' title="a > b"',
        " open",
    ]
)
OPENED = st.builds(lambda tag, more: f"<{tag}{more}>", st.sampled_from(SOME_TAGS), ATTRIBUTES)
CLOSED = st.sampled_from(SOME_TAGS).map(lambda tag: f"</{tag}>")
SOUP = st.lists(st.one_of(OPENED, OPENED, CLOSED, TEXTS), max_size=25).map("".join)


@settings(max_examples=400, deadline=None)
@given(SOUP)
@example("<p><p>a")
@example("<a href=/a><a href=/a>x")
@example("<table><p>a<td>b")
@example("<figure class=embed><p><iframe src=https://youtu.be/abcdefghijk>")
@example("<pre>\n\n a</pre>")
@example("<math><p>x</math><mi>")
@example("<b><p>a</b>b")
def test_cleaning_again_changes_nothing(html):
    cleaned = clean_html(html)
    assert clean_html(cleaned) == cleaned


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_cleaned_without_an_error(text):
    cleaned = clean(text).html
    assert clean_html(cleaned) == cleaned


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="<&\\\0"), max_size=80))
def test_plain_words_are_kept(text):
    words = "".join(letter for letter in text if letter.isprintable())
    assert text_of(clean_html(f"<p>{words}</p>")).split() == words.split()


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<h1>Tides</h1>", '<h2 id="part-tides">Tides</h2>'),
        ("<h5 id=a>b</h5>", '<h4 id="part-a">b</h4>'),
        ("<b>a</b><i>b</i><strike>c</strike>", "<strong>a</strong><em>b</em><s>c</s>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<div>a<p>b</p>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ('<div dir="rtl"><div>a</div></div>', '<p dir="rtl">a</p>'),
        ("<li><div>a</div></li>", "<li><p>a</p></li>"),
        ("<h2><div>a</div></h2>", '<h2 id="part-a">a</h2>'),
        ("<span>a</span><span lang=fr>b</span>", 'a<span lang="fr">b</span>'),
        ("<p>a<font>b</font>c</p>", "<p>abc</p>"),
        (
            "<table><caption>a</caption><tr><th scope=row colspan=2>b<td>c</table>",
            '<table><caption>a</caption><tbody><tr><th scope="row" colspan="2">b</th>'
            "<td>c</td></tr></tbody></table>",
        ),
        (
            "<aside class='x callout callout-warning'>a</aside>",
            '<aside class="callout callout-warning">a</aside>',
        ),
        ("<aside>a</aside>", '<aside class="callout callout-note">a</aside>'),
        (
            '<pre><code class="x language-c++">a &lt; b</code></pre>',
            '<pre><code class="language-c++">a &lt; b</code></pre>',
        ),
        ("<details open><summary>a</summary>b</details>",) * 2,
        ("<dl><dt>a</dt><dd>b</dd></dl>",) * 2,
        ("<ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby>",) * 2,
        ('<p><bdi>a</bdi><bdo dir="rtl">b</bdo><abbr title="c">d</abbr></p>',) * 2,
        ('<a name="top">a</a>', '<a id="part-top">a</a>'),
        ('<a href="#x">a</a>', '<a href="#part-x">a</a>'),
        ("<p id=a>1</p><p id=a>2</p>", '<p id="part-a">1</p><p>2</p>'),
        ('<p id="a b">1</p>', "<p>1</p>"),
        ('<a href="//e.example/">a</a>', '<a href="https://e.example/" rel="noopener">a</a>'),
        (
            '<a href="http://e.example/" target=_blank>a</a>',
            '<a href="http://e.example/" rel="noopener">a</a>',
        ),
        ('<a href="mailto:a@e.example">a</a>',) * 2,
        ('<a href="tel:+441234">a</a>',) * 2,
        ('<a href="javascript:x">a</a>', "a"),
        (
            '<figure><img src="/files/1" alt="a"><figcaption></figcaption></figure>',
            '<figure><img src="/files/1" alt="a" loading="lazy"></figure>',
        ),
        ("<img src=/files/1>", '<img src="/files/1" alt="" loading="lazy">'),
        (
            '<img src="https://e.example/a.png" alt="A wave">',
            '<a href="https://e.example/a.png" rel="noopener">A wave</a>',
        ),
        (
            '<a href="/x"><img src="https://e.example/a.png" alt="A wave"></a>',
            '<a href="/x">A wave</a>',
        ),
        ("<img src='data:image/png;base64,AA' alt=''>", ""),
        (
            '<video src="/files/1"><track src="/files/2" kind="captions" srclang="en"></video>',
            '<video src="/files/1" controls="" preload="metadata">'
            '<track src="/files/2" kind="captions" srclang="en"></video>',
        ),
        (
            "<audio src='https://e.example/a.mp3'></audio>",
            '<a href="https://e.example/a.mp3" rel="noopener">https://e.example/a.mp3</a>',
        ),
        ("a<!-- b -->c", "ac"),
        ("", ""),
    ],
)
def test_what_authors_write_keeps_its_meaning(html, cleaned):
    if html.startswith("<details"):
        html = cleaned = html.replace("open", 'open=""')
    assert clean_html(html) == cleaned


FRAME = (
    '<figure class="embed"><iframe src="{src}" title="{title}" sandbox="allow-scripts '
    'allow-same-origin allow-presentation allow-popups" allowfullscreen="" loading="lazy" '
    'referrerpolicy="strict-origin-when-cross-origin"></iframe></figure>'
)


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube-nocookie.com/embed/abcdefghijk"),
        ("//www.youtube.com/embed/abcdefghijk?rel=0", "youtube-nocookie.com/embed/abcdefghijk"),
        ("https://youtu.be/abcdefghijk?t=90s", "youtube-nocookie.com/embed/abcdefghijk?start=90"),
        ("http://m.youtube.com/shorts/abcdefghijk", "youtube-nocookie.com/embed/abcdefghijk"),
    ],
)
def test_a_video_of_an_allowed_host_is_embedded_without_cookies(address, player):
    cleaned = clean_html(f'<iframe src="{address}" title="Waves" width=5 onload=x>old</iframe>')
    assert cleaned == FRAME.format(src=f"https://www.{player}", title="Waves")


def test_a_video_in_a_paragraph_is_put_between_two():
    cleaned = clean_html('<p>a <b>b<iframe src="https://vimeo.com/1234567"></iframe>c</b> d</p>')
    frame = FRAME.format(src="https://player.vimeo.com/video/1234567", title="player.vimeo.com")
    assert cleaned == f"<p>a <strong>b</strong></p>{frame}<p><strong>c</strong> d</p>"


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/embed/abcdefghijk",
        "https://www.youtube.com.evil.example/embed/abcdefghijk",
        "https://www.youtube.com@evil.example/embed/abcdefghijk",
        "https://www.youtube.com/redirect?q=https://evil.example",
        "https://player.vimeo.com/../evil",
    ],
)
def test_any_other_frame_becomes_a_link_and_is_told(address):
    cleaned = clean(f'<iframe src="{address}" title="Waves"></iframe>')
    assert cleaned.html.startswith("<a href=")
    assert ">Waves</a>" in cleaned.html
    assert cleaned.dropped[0].startswith("iframe")


def test_a_host_of_the_settings_is_embedded(settings):
    settings.EMBED_HOSTS = ["video.school.example"]
    assert "<iframe" in clean_html('<iframe src="https://video.school.example/v/1"></iframe>')
    assert "<iframe" not in clean_html('<iframe src="http://video.school.example/v/1"></iframe>')
    assert "<iframe" not in clean_html('<iframe src="https://youtu.be/abcdefghijk"></iframe>')


def test_a_paste_of_five_megabytes_is_refused_with_what_to_do():
    with pytest.raises(MarkupTooLarge, match="Split it"):
        clean_html("<p>" + "x" * 5_000_000)
    with pytest.raises(MarkupTooLarge):
        clean_html("é" * 1_000_001)


SLOW = {
    "deep": "<div>" * 100_000 + "words",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">words",
    "comments": "words<!--" * 50_000,
    "delimiters": "\\(" * 100_000,
    "lists": "<ul><li>" * 50_000,
    "headings": "<h2>a</h2>" * 5_000,
    "ampersands": "&" * 1_000_000,
    "references": "a tide &amp; " * 90_000,
    "some ampersands": ("x" * 90 + "&") * 9_900,
    "frames": "<p>a<b><iframe src=https://youtu.be/abcdefghijk></iframe></b>" * 1_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_markup_that_is_built_to_be_slow_is_not(name, least_cpu):
    assert least_cpu(lambda: clean(SLOW[name])) < 1
