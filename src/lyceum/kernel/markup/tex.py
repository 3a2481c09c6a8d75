"""TeX to MathML, for a formula of bounded length, depth and vocabulary (SECURITY 39, 40).

No TeX is ever run: latex2mathml is a reader of its own, and commands that it or we do not know by
name are refused before it sees them.
"""

import html
import re
from functools import lru_cache
from xml.etree import ElementTree

from latex2mathml import commands
from latex2mathml.converter import Converter
from latex2mathml.symbols_parser import SYMBOLS
from lxml import etree

MAX_LENGTH = 2_000
MAX_DEPTH = 40
MAX_TREE_DEPTH = 150

COMMAND = re.compile(r"\\([a-zA-Z]+\*?|.)", re.DOTALL)
ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{([^}]*)\}")
STEP = re.compile(r"\\\\|\\[{}]|\\left\b|\\right\b|\\begin\b|\\end\b|[{}]")
DOWN = {"{", r"\left", r"\begin"}
UP = {"}", r"\right", r"\end"}

ESCAPES = set(" !,:;>|{}[]%#$&_\\\n\t'\"-/")
FORBIDDEN = {r"\newcommand", r"\newenvironment", r"\def", r"\DeclareMathOperator", r"\href"}
FORBIDDEN |= {r"\class", r"\style", r"\unicode", r"\verb", r"\rule"}
TEXTUAL = {name for name in vars(commands).values() if isinstance(name, str)}
GROUPS = (commands.CONVERSION_MAP, commands.FUNCTIONS, commands.LIMIT, commands.LOCAL_FONTS)
KNOWN = TEXTUAL.union(*GROUPS, commands.GLOBAL_FONTS, commands.BIG, commands.BIG_OPEN_CLOSE)
KNOWN = (KNOWN | set(SYMBOLS) | {r"\operatorname", r"\label"}) - FORBIDDEN
ENVIRONMENTS = {name.removeprefix("\\") for name in commands.MATRICES} | {"equation", "equation*"}
IGNORED = re.compile(r"\\label\s*\{[^{}]*\}|\\(?:begin|end)\s*\{equation\*?\}")


class MathRefused(ValueError):
    """The formula is too long, too deep, or says what cannot be shown."""


@lru_cache(maxsize=2_048)
def mathml(tex: str, *, block: bool) -> bytes:
    """Return `tex` as MathML with its source as annotation; raises `MathRefused`."""
    _check(tex)
    converter = Converter(display="block" if block else "inline")
    try:
        made = converter.convert_to_element(IGNORED.sub("", tex))
    except Exception as error:  # The library raises whatever its reading of the text runs into.
        raise MathRefused("not understood") from error
    return _annotated(made, tex, block=block)


def _check(tex: str) -> None:
    if not tex.strip() or len(tex) > MAX_LENGTH:
        raise MathRefused("empty or too long")
    depth = 0
    for step in STEP.findall(tex):
        depth += (step in DOWN) - (step in UP)
        if depth > MAX_DEPTH:
            raise MathRefused("too deep")
    for name in ENVIRONMENT.findall(tex):
        if name not in ENVIRONMENTS:
            raise MathRefused(f"unknown environment {name}")
    for name in COMMAND.findall(tex):
        known = "\\" + name in KNOWN or "\\" + name.rstrip("*") in KNOWN
        if not known and name not in ESCAPES:
            raise MathRefused(f"unknown command {name}")


def _annotated(made: ElementTree.Element, tex: str, *, block: bool) -> bytes:
    root = etree.Element("math", display="block" if block else "inline")
    semantics = etree.SubElement(root, "semantics")
    for child in made:
        semantics.append(_copied(child, 1))
    note = etree.SubElement(semantics, "annotation", encoding="application/x-tex")
    note.text = tex
    return etree.tostring(root)


def _copied(element: ElementTree.Element, depth: int) -> etree._Element:
    """Copy into lxml's tree, with the library's `&#x…;` in texts made the characters they mean."""
    if depth > MAX_TREE_DEPTH:
        raise MathRefused("too deep")
    copy = etree.Element(element.tag)
    for name, value in element.attrib.items():
        copy.set(name, html.unescape(value))
    copy.text = _readable(element.text)
    for child in element:
        copy.append(_copied(child, depth + 1))
    copy.tail = _readable(element.tail)
    return copy


def _readable(text: str | None) -> str | None:
    if not text:
        return None
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", html.unescape(text))
