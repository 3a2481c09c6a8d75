"""Between text and tree, and the moves on a tree that HTML's mixed content makes awkward."""

from html import escape

from lxml import etree
from lxml.etree import _Element as Node

PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def parsed(html: str) -> Node:
    """Return the tree of a fragment under one `div`; never raises, whatever the text is."""
    document = etree.fromstring(f"<html><body><div>{html}</div></body></html>".encode(), PARSER)
    root = document.find("body/div")
    return root if root is not None else etree.Element("div")


def written(root: Node) -> str:
    """Return the HTML of what is under `root`."""
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in root)
    return escape(root.text or "", quote=False) + "".join(inner)


def elements(root: Node, *tags: str) -> list[Node]:
    """Return the elements under `root` as a list, so that the tree may change meanwhile."""
    return [one for one in root.iter(*tags) if one is not root and isinstance(one.tag, str)]


def made(tag: str, text: str | None = None, **attributes: str) -> Node:
    """Return a new element; `class_` and the like lose their underscore."""
    element = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_"), value)
    element.text = text
    return element


def words_of(element: Node) -> str:
    """Return the text within, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def is_bare(element: Node) -> bool:
    """Whether there is nothing in the element but white space."""
    return len(element) == 0 and not (element.text or "").strip()


def append_text(parent: Node, before: Node | None, text: str | None) -> None:
    """Add text to `parent`, after its child `before` or at its very start."""
    if not text:
        return
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def drop_tree(element: Node) -> None:
    """Remove the element with what is in it, and keep the text that follows."""
    parent = element.getparent()
    if parent is not None:
        append_text(parent, element.getprevious(), element.tail)
        parent.remove(element)


def unwrap(element: Node) -> None:
    """Remove the element and keep what is in it."""
    parent = element.getparent()
    if parent is None:
        return
    append_text(parent, element.getprevious(), element.text)
    place = parent.index(element)
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)
    drop_tree(element)


def swap(old: Node, new: Node) -> None:
    """Put `new` where `old` was, before the text that followed it."""
    parent = old.getparent()
    if parent is not None:
        new.tail, old.tail = old.tail, None
        parent.replace(old, new)


def wrap(element: Node, wrapper: Node) -> None:
    """Put `wrapper` where `element` is, and the element into it."""
    swap(element, wrapper)
    wrapper.append(element)


def lift(element: Node, out_of: set[str]) -> None:
    """Move a block out of elements that cannot hold it, splitting them around it."""
    parent = element.getparent()
    while parent is not None and parent.tag in out_of:
        rest = made(str(parent.tag), element.tail)
        rest.extend(list(element.itersiblings()))
        element.tail = None
        tail, parent.tail = parent.tail, None
        parent.addnext(element)
        if is_bare(rest):
            element.tail = tail
        else:
            element.addnext(rest)
            rest.tail = tail
        if is_bare(parent):
            drop_tree(parent)
        parent = element.getparent()
