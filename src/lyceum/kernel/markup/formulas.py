"""Formulas of the editor, of Canvas and of imported text become MathML in the tree."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from lyceum.kernel.markup.tex import MathRefused, mathml
from lyceum.kernel.markup.trees import Node, drop_tree, elements, made, swap, words_of

MAX_FORMULAS = 1_000
MAX_NODES = 5_000
DELIMITED = re.compile(r"\\\((.{1,2000}?)\\\)|\\\[(.{1,2000}?)\\\]", re.DOTALL)
LITERAL = {"code", "pre", "kbd", "samp", "math"}
REFUSED = "math-refused"


@dataclass
class Formulas:
    """One text's formulas, which are bounded in number; `refused` counts those left as code."""

    made: int = 0
    refused: int = 0
    known: dict[tuple[str, bool], Node] = field(default_factory=dict)

    def element(self, tex: str, *, block: bool) -> Node:
        """Return `tex` as a `math` element, or as code where it cannot be shown."""
        tex = tex.strip()
        self.made += 1
        try:
            if self.made > MAX_FORMULAS:
                raise MathRefused("too many")
            return etree.fromstring(mathml(tex, block=block))
        except MathRefused:
            self.refused += 1
            return made("code", tex, class_=REFUSED)


def shape_formulas(root: Node) -> int:
    """Replace all formulas under `root`; return how many were left as code."""
    formulas = Formulas()
    _refuse_masses(root, formulas)
    for element in elements(root, "span", "div"):
        if "math" in (element.get("class") or "").split() and element.get("data-tex"):
            tex, block = element.get("data-tex") or "", element.tag == "div"
            swap(element, formulas.element(tex, block=block))
    for element in elements(root, "img"):
        tex = element.get("data-equation-content") or ""
        if tex and "equation_image" in (element.get("class") or "").split():
            swap(element, formulas.element(_decoded(tex), block=False))
    for element in [root, *elements(root)]:
        _shape_text(element, formulas)
    return formulas.refused


def _decoded(tex: str) -> str:
    """Undo the address encoding that Canvas puts on some of its formulas."""
    return unquote(tex) if re.search(r"%(?:20|5C|7B)", tex) and " " not in tex else tex


def _shape_text(element: Node, formulas: Formulas) -> None:
    """Replace `\\(…\\)` and `\\[…\\]` in the texts right in and right after `element`."""
    parent = element.getparent()
    if "\\" in (element.text or "") and not _is_literal(element):
        pieces = _pieces(element.text or "", formulas)
        element.text = _placed(element, pieces, 0)
    if parent is not None and "\\" in (element.tail or "") and not _is_literal(parent):
        pieces = _pieces(element.tail or "", formulas)
        element.tail = _placed(parent, pieces, parent.index(element) + 1)


def _is_literal(element: Node | None) -> bool:
    while element is not None:
        if element.tag in LITERAL:
            return True
        element = element.getparent()
    return False


def _pieces(text: str, formulas: Formulas) -> tuple[str, list[Node]]:
    """Return the text before the first formula, and the formulas with the texts after each."""
    found: list[Node] = []
    before, place = "", 0
    for hit in DELIMITED.finditer(text):
        between = text[place : hit.start()]
        if found:
            found[-1].tail = between
        else:
            before = between
        found.append(formulas.element(hit[1] or hit[2], block=bool(hit[2])))
        place = hit.end()
    if found:
        found[-1].tail = text[place:]
        return before, found
    return text, found


def _placed(parent: Node, pieces: tuple[str, list[Node]], place: int) -> str:
    before, found = pieces
    for offset, node in enumerate(found):
        parent.insert(place + offset, node)
    return before


def _refuse_masses(root: Node, formulas: Formulas) -> None:
    """Leave MathML that is larger than any formula as its words."""
    for math in elements(root, "math"):
        if math.getparent() is None:
            continue
        if sum(1 for _node in math.iter()) > MAX_NODES:
            formulas.refused += 1
            swap(math, made("code", words_of(math)[:2_000], class_=REFUSED))
        elif len(math) == 0 and not (math.text or "").strip():
            drop_tree(math)
