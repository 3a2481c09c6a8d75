"""What clean text is shaped like: plain paragraphs, known names, ids that cannot clash."""

import re

from django.utils.text import slugify

from lyceum.kernel.markup.allowed import (
    BLOCKS,
    CALLOUTS,
    CLASSES,
    CONTAINERS,
    ID_PREFIX,
    RENAMED,
    VALUES,
)
from lyceum.kernel.markup.embeds import shape_embeds, shape_media
from lyceum.kernel.markup.formulas import shape_formulas
from lyceum.kernel.markup.trees import Node, elements, is_bare, made, unwrap, words_of
from lyceum.kernel.markup.urls import as_read, host_of

PLAIN_HOLDERS = {"summary", "dt", "h2", "h3", "h4", "figcaption", "caption", "pre", "p", "code"}
HEADINGS = ("h2", "h3", "h4")
ID = re.compile(r"[\w.:\-]{1,100}")


def shape(root: Node, hosts: tuple[str, ...]) -> None:
    """Bring the tree under `root` into the shape that the allow-list then only confirms."""
    for old, new in RENAMED.items():
        for element in elements(root, old):
            element.tag = new
    shape_formulas(root)
    shape_embeds(root, hosts)
    shape_media(root)
    for caption in elements(root, "figcaption"):
        if is_bare(caption):
            unwrap(caption)
    _shape_links(root)
    _shape_classes(root)
    for element in reversed(elements(root, *CONTAINERS)):
        _shape_container(element)
    for element in elements(root, "span"):
        if not (element.get("lang") or element.get("dir")):
            unwrap(element)
    _shape_ids(root)


def _shape_links(root: Node) -> None:
    for link in elements(root, "a"):
        name = link.get("name")
        if name and not link.get("id"):
            link.set("id", name)
        address = as_read(link.get("href") or "")
        if host_of(address):
            link.set("rel", "noopener")
        else:
            link.attrib.pop("rel", "")
        if address.startswith("#") and len(address) > 1:
            link.set("href", "#" + _prefixed(address[1:]))
        if not address and not link.get("id"):
            unwrap(link)


def _shape_classes(root: Node) -> None:
    for aside in elements(root, "aside"):
        told = (aside.get("class") or "").split()
        kind = next((kind for kind in CALLOUTS if f"callout-{kind}" in told), "note")
        aside.set("class", f"callout callout-{kind}")
    for code in elements(root, "code"):
        told = (code.get("class") or "").split()
        code.set("class", next((one for one in told if CLASSES["code"].fullmatch(one)), ""))


def is_block(element: Node) -> bool:
    """Whether the element stands on lines of its own."""
    own_line = element.tag == "math" and element.get("display") == "block"
    return own_line or element.tag in BLOCKS or element.tag in CONTAINERS


def _shape_container(element: Node) -> None:
    """Make a paragraph of a `div` and its like, or unwrap it where it holds blocks."""
    parent = element.getparent()
    if parent is None or parent.tag in PLAIN_HOLDERS or is_bare(element):
        unwrap(element)
    elif any(is_block(child) for child in element):
        _wrap_runs(element)
        for child in element:
            for name in ("lang", "dir"):
                if element.get(name) and not child.get(name):
                    child.set(name, element.get(name) or "")
        unwrap(element)
    else:
        element.tag = "p"


def _wrap_runs(element: Node) -> None:
    """Put each run of text and phrases between blocks into a paragraph."""
    children = list(element)
    run: Node | None = None
    if (element.text or "").strip():
        run = made("p", element.text)
        element.text = None
        element.insert(0, run)
    for child in children:
        if not is_block(child):
            if run is None:
                run = made("p")
                child.addprevious(run)
            run.append(child)
            continue
        run = None
        if (child.tail or "").strip():
            run = made("p", child.tail)
            child.tail = None
            child.addnext(run)


def _prefixed(name: str) -> str:
    return name if name.startswith(ID_PREFIX) else ID_PREFIX + name


def _shape_ids(root: Node) -> None:
    """Prefix ids, so that none clashes with the page's own; drop odd and double ones."""
    taken: set[str] = set()
    for element in elements(root):
        name = element.get("id")
        if name is None:
            continue
        new = _prefixed(name) if ID.fullmatch(name) else ""
        if VALUES["id"].fullmatch(new) and new not in taken:
            taken.add(new)
            element.set("id", new)
        else:
            del element.attrib["id"]
    last: dict[str, int] = {}
    for heading in elements(root, *HEADINGS):
        if not heading.get("id"):
            heading.set("id", _free_id(words_of(heading), taken, last))


def _free_id(words: str, taken: set[str], last: dict[str, int]) -> str:
    """Return an id from the words; `last` remembers the number that a stem got to."""
    stem = ID_PREFIX + (slugify(words, allow_unicode=True)[:60].strip("-") or "heading")
    name, number = stem, last.get(stem, 1)
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    last[stem] = number
    taken.add(name)
    return name
