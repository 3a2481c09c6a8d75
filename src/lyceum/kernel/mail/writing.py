"""A mail's subject, text and HTML from its two templates."""

from dataclasses import dataclass
from typing import Any

import nh3
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import get_language_bidi

SUBJECT = "Subject:"
LONGEST_SUBJECT = 200
TAGS = {"a", "b", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "hr", "i", "li", "ol"}
TAGS |= {"p", "pre", "small", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"*": {"style", "dir", "lang"}, "a": {"href"}, "td": {"colspan"}, "th": {"colspan"}}
STYLES = {"background-color", "border-radius", "color", "display", "font-size", "font-weight"}
STYLES |= {"line-height", "margin", "max-width", "padding", "text-align", "text-decoration"}
DOCUMENT = (
    '<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    "<title>{subject}</title></head><body>{body}</body></html>"
)


class NoSubject(ValueError):
    """The text template does not begin with its subject."""


@dataclass(frozen=True)
class Written:
    """A mail ready to be sent; `html` is empty where there is no template for it."""

    subject: str
    text: str
    html: str = ""


def write_mail(template: str, context: dict[str, Any], language: str) -> Written:
    """Render `<template>.txt`, whose first line is `Subject: …`, and `<template>.html` if any.

    What people wrote reaches the subject as one line, the text as it is and the HTML escaped.
    """
    with translation.override(language):
        plain = get_template(f"{template}.txt")
        rendered = plain.template.render(Context(dict(context), autoescape=False))  # type: ignore[attr-defined]
        subject, text = _split(rendered.lstrip(), template)
        try:
            body = get_template(f"{template}.html").render(dict(context))
        except TemplateDoesNotExist:
            return Written(subject, text)
        return Written(subject, text, _document(body, subject, language))


def one_line(text: str) -> str:
    """Return the text without line breaks or control characters, cut to a header's length."""
    visible = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(visible.split())[:LONGEST_SUBJECT]


def clean_mail_html(html: str) -> str:
    """Keep what mail readers show safely: no style sheets, scripts, forms or images (SECURITY 45).

    Images are left out because loading one tells its server that the mail was read.
    """
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags={"script", "style", "title"},
        attributes=ATTRIBUTES,
        filter_style_properties=STYLES,
        url_schemes={"http", "https", "mailto"},
    )


def _split(rendered: str, template: str) -> tuple[str, str]:
    first, _newline, rest = rendered.partition("\n")
    if not first.startswith(SUBJECT):
        raise NoSubject(f"{template}.txt must begin with “Subject: …”.")
    return one_line(first.removeprefix(SUBJECT)), rest.strip() + "\n"


def _document(body: str, subject: str, language: str) -> str:
    return DOCUMENT.format(
        language=escape(language),
        direction="rtl" if get_language_bidi() else "ltr",
        subject=escape(subject),
        body=clean_mail_html(body),
    )
