"""What cleaning takes away, in words for a report."""

import re

from lyceum.kernel.markup.allowed import ROUGH_TAGS
from lyceum.kernel.markup.trees import Node, elements, parsed
from lyceum.kernel.markup.urls import embed_url, host_of, link_url, own_url, scheme_of

QUIET_TAGS = {"html", "body", "head", "title", "font", "annotation-xml", "big", "nobr", "label"}
FRAMES = {"iframe", "embed", "object"}
LOADED = {"img", "audio", "video", "source", "track"}
PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
TOLD = {"style", "srcdoc", "formaction", "action", "background", "xlink:href"}


def dropped_from(html: str, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is removed from `html`, each kind once, in the order of the text."""
    told: dict[str, None] = {}
    for element in elements(parsed(html)):
        for words in (*_of_element(element, hosts), *_of_attributes(element)):
            told[words] = None
    return tuple(told)


def _of_element(element: Node, hosts: tuple[str, ...]) -> list[str]:
    tag = str(element.tag).lower()
    address = element.get("src") or element.get("data") or ""
    if tag in FRAMES and not embed_url(address, hosts):
        return [f"{tag} {host_of(address)}".strip()]
    if tag in LOADED and address and own_url(address) is None:
        if tag == "img" and element.get("data-equation-content"):
            return []
        kind = "image" if tag == "img" else tag
        return [f"{kind} {host_of(address) or scheme_of(address)}".strip()]
    known = tag in ROUGH_TAGS or tag in QUIET_TAGS or not PLAIN_NAME.fullmatch(tag)
    return [] if known else [tag]


def _of_attributes(element: Node) -> list[str]:
    told = []
    for raw in element.attrib:
        name = str(raw).lower()
        if (name.startswith("on") and PLAIN_NAME.fullmatch(name)) or name in TOLD:
            told.append(f"{name} attribute")
        elif name == "href" and link_url(element.get(raw) or "") is None and element.get(raw):
            told.append(f"{scheme_of(element.get(raw) or '') or 'odd'} link"[:40])
    return told
