import re

import pytest

from lyceum.kernel.markup import clean, clean_html, text_of
from lyceum.kernel.markup.allowed import ATTRIBUTES, TAGS
from lyceum.kernel.markup.trees import elements, parsed
from lyceum.kernel.markup.xss_vectors import vectors

ALL = list(vectors())
SAFE_SCHEMES = ("http://", "https://", "mailto:")


def threats_in(html):
    """What a strict reader finds in cleaned HTML that could run or load from elsewhere."""
    found = []
    for element in elements(parsed(html)):
        if element.tag not in TAGS:
            found.append(element.tag)
        allowed = ATTRIBUTES.get(element.tag, set()) | ATTRIBUTES["*"]
        for name, value in element.attrib.items():
            if name not in allowed or name.startswith("on"):
                found.append(name)
            if name in {"src", "poster"} and element.tag != "iframe":
                found += (
                    [value] if re.match(r"(?i)[\s\x00-\x20]*([a-z+.-]+:|[\\/]{2})", value) else []
                )
            if name == "href" and ":" in value.split("/")[0]:
                found += [] if value.startswith(SAFE_SCHEMES) else [value]
        if element.tag == "iframe":
            good = ("https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/")
            found += [] if (element.get("src") or "").startswith(good) else ["iframe"]
            found += [] if element.get("sandbox") else ["iframe without sandbox"]
    return found


def test_security_36_there_are_more_than_a_thousand_vectors():
    assert len(set(ALL)) > 1_000


@pytest.mark.parametrize("part", range(20))
def test_security_36_nothing_that_runs_survives_cleaning(part):
    for vector in ALL[part::20]:
        cleaned = clean_html(vector)
        assert threats_in(cleaned) == [], vector
        assert not re.search(
            r"(?i)<\s*/?\s*(script|svg|style|object|embed|form|base|meta)", cleaned
        )
        assert clean_html(cleaned) == cleaned, vector


def test_security_36_a_vector_among_honest_text_is_taken_out_of_it():
    for vector in ALL[::23]:
        cleaned = clean_html(f"<p>before</p>{vector}<p>after</p>")
        assert threats_in(cleaned) == []
        assert text_of(cleaned).startswith("before")


def test_security_36_vectors_in_attributes_and_titles_stay_text():
    for vector in ALL[::7]:
        quoted = vector.replace('"', "&quot;")
        cleaned = clean_html(
            f'<img src="/files/1" alt="{quoted}"><a href="/x" title="{quoted}">x</a>'
        )
        assert threats_in(cleaned) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>x</script>", "script"),
        ("<p onclick=x>a</p>", "onclick attribute"),
        ("<p style='color:red'>a</p>", "style attribute"),
        ("<iframe src='https://evil.example/x'></iframe>", "iframe evil.example"),
        ("<a href='javascript:x'>a</a>", "javascript link"),
        ("<img src='https://other.example/a.png'>", "image other.example"),
        ("<img src='data:image/png;base64,AA'>", "image data"),
        ("<form><input></form>", "input"),
    ],
)
def test_what_was_removed_is_told(html, words):
    assert words in clean(html).dropped


def test_what_is_only_put_into_other_words_is_not_told_as_removed():
    html = "<h1>a</h1><div><b>x</b><font color=red>y</font></div><o:p>z</o:p>"
    assert clean(html).dropped == ()
