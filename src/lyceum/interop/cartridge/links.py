"""Links, images and embeds of a page: each is pointed at what it means, or reported."""

from urllib.parse import unquote

from django.utils.translation import gettext as _
from lxml.html import Element, HtmlElement

from lyceum.interop.cartridge.addresses import Address, Addresses
from lyceum.interop.cartridge.manifest import words
from lyceum.interop.cartridge.pages import PageSource, inner_html
from lyceum.interop.cartridge.report import Report

ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "img": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "video": "src",
    "audio": "src",
    "source": "src",
    "track": "src",
}


def neutral_html(page: PageSource, title: str, addresses: Addresses, report: Report) -> str:
    """Return the page's body with neutral addresses; what leads nowhere is reported."""
    for element in list(page.body.iter(*ATTRIBUTES)):
        if element.get("srcset"):
            del element.attrib["srcset"]
        _point(element, page.path, title, addresses, report)
    for element in page.body.iter("video"):
        if element.get("poster"):
            element.set("poster", addresses.resolve(element.get("poster", ""), page.path).url)
    return inner_html(page.body)


def _point(
    element: HtmlElement, path: str, title: str, addresses: Addresses, report: Report
) -> None:
    attribute = ATTRIBUTES[element.tag]
    old = element.get(attribute)
    if not old or element.get("data-equation-content"):
        return
    new = addresses.resolve(old, path)
    if new.fate == "lost":
        _lose(element, attribute)
        fate = "approximated" if element.tag in {"a", "area"} else "dropped"
        why = _("the package does not hold “%(address)s”, to which the page “%(page)s” points")
        report.add(
            fate,
            _words(element),
            _part(element.tag),
            why % {"address": unquote(old), "page": title},
        )
        return
    if new.fate == "tool" and element.tag != "a":
        _replace_by_link(element, new)
        why = _("the tool embedded in the page “%(page)s” became a link to %(address)s")
        report.add("approximated", title, "embed", why % {"page": title, "address": new.url})
        return
    if new.fate == "course":
        why = _("a link in the page “%(page)s” to an area of the old course leads to the course")
        report.add("approximated", _words(element), "link", why % {"page": title})
    element.set(attribute, new.url)


def _lose(element: HtmlElement, attribute: str) -> None:
    """Keep the words of what leads nowhere."""
    if element.tag in {"a", "area"}:
        del element.attrib[attribute]
        return
    words = element.get("alt") or ""
    if element.tag == "img" and words:
        _put_text(element, f"[{words}] ")
    if element.tag in {"img", "source", "track"}:
        element.drop_tree()
    else:
        element.drop_tag()


def _put_text(element: HtmlElement, text: str) -> None:
    element.tail = text + (element.tail or "")


def _replace_by_link(element: HtmlElement, address: Address) -> None:
    link = Element("a", {"href": address.url})
    link.text = element.get("title") or address.url
    link.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, link)


def _words(element: HtmlElement) -> str:
    """Return what a person calls the link or picture."""
    return words(element) or element.get("alt") or element.get("title") or element.tag


def _part(tag: str) -> str:
    return {"a": "link", "area": "link", "img": "image"}.get(tag, "embed")
