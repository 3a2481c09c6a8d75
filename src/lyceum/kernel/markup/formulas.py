"""Formulas of the editor, of Canvas and of imported text become MathML in the tree."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from lyceum.kernel.markup.tex import MathRefused, mathml
from lyceum.kernel.markup.trees import Node, drop_tree, elements, made, swap, words_of, wrap

MAX_FORMULAS = 1_000
MAX_TEX = 20_000
MAX_NODES = 5_000
# A formula holds no delimiters itself; `\\[2pt]` after a line break is none.
INNER = r"((?:[^\\]|\\[^()\[\]]){1,2000}?)"
DELIMITED = re.compile(rf"\\\({INNER}\\\)|\\\[{INNER}\\\]", re.DOTALL)
LITERAL = {"code", "pre", "kbd", "samp", "math"}
REFUSED = "math-refused"


@dataclass
class Formulas:
    """One text's formulas, bounded in number and length, those made earlier included."""

    made: int = 0
    length: int = 0
    full: bool = False

    def has_room(self, tex: str) -> bool:
        """Whether one more formula fits; once one did not, none does."""
        self.made += 1
        self.length += len(tex)
        self.full = self.full or self.made > MAX_FORMULAS or self.length > MAX_TEX
        return not self.full

    def element(self, tex: str, *, block: bool) -> Node:
        """Return `tex` as a `math` element, or as code where it cannot be shown."""
        try:
            return etree.fromstring(mathml(tex.strip(), block=block))
        except MathRefused:
            return refused(tex)


def shape_formulas(root: Node) -> None:
    """Replace the formulas under `root`; a text with too many keeps the rest as they were."""
    formulas = Formulas()
    for element in elements(root, "annotation", "code"):
        if element.tag != "code" or element.get("class") == REFUSED:
            formulas.has_room(element.text or "")
    _refuse_masses(root)
    for element in elements(root, "span", "div"):
        if "math" in (element.get("class") or "").split() and element.get("data-tex"):
            tex, block = element.get("data-tex") or "", element.tag == "div"
            room = formulas.has_room(tex)
            formula = formulas.element(tex, block=block) if room else refused(tex)
            swap(element, formula)
            if block and formula.tag == "code":
                wrap(formula, made("p"))
    for element in elements(root, "img"):
        tex = element.get("data-equation-content") or ""
        if tex and "equation_image" in (element.get("class") or "").split():
            room = formulas.has_room(tex)
            swap(element, formulas.element(_decoded(tex), block=False) if room else refused(tex))
    for element in [root, *elements(root)]:
        if not formulas.full:
            _shape_text(element, formulas)


def refused(tex: str) -> Node:
    """Return the formula as code, which shows it to whoever may correct it."""
    return made("code", tex.strip(), class_=REFUSED)


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
        before, found = _pieces(element.tail or "", formulas)
        if found:
            element.tail = _placed(parent, (before, found), parent.index(element) + 1)


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
        if not formulas.has_room(hit[1] or hit[2]):
            break
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


def _refuse_masses(root: Node) -> None:
    """Leave MathML that is larger than any formula as its words."""
    for math in elements(root, "math"):
        if math.getparent() is None:
            continue
        if sum(1 for _node in math.iter()) > MAX_NODES:
            swap(math, refused(words_of(math)[:2_000]))
        elif len(math) == 0 and not (math.text or "").strip():
            drop_tree(math)
