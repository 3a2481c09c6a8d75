"""From the Markdown that the demo's courses are written in to the HTML that pages hold.

CommonMark with tables, and four things more: `$…$` and, in a paragraph of its own, `$$…$$` for
LaTeX math, `> [!TIP]` for callouts, an image alone in its paragraph for a figure whose title is
the caption, and addresses that the caller turns into real ones.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Address = Callable[[str], str]
"""Turns an address as it is written (`drawing:gyre`, `02-tides.md`) into one that opens."""

Size = Callable[[str], tuple[int, int]]
"""Tells width and height of the picture at an address as it is written."""

CALLOUT = re.compile(r"\[!(NOTE|TIP|WARNING)\]\s*")
MATH = re.compile(r"\$\$(?P<display>.+?)\$\$|\$(?P<inline>(?!\s)[^$\n]+?(?<!\s))\$", re.DOTALL)
USUAL_SIZE = (560, 350)


def to_html(text: str, address: Address, size: Size = lambda _address: USUAL_SIZE) -> str:
    """Return `text` as HTML that has yet to be cleaned, its addresses passed through `address`."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.inline.ruler.before("escape", "math", _math)
    parser.add_render_rule("math", _render_math)
    parser.add_render_rule("figure", _render_figure)
    parser.add_render_rule("formula", _render_formula)
    tokens = parser.parse(text)
    _make_callouts(tokens)
    _make_blocks(tokens)
    _turn_addresses(tokens, address, size)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _math(state: StateInline, silent: bool) -> bool:
    found = MATH.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("math", "span", 0)
        token.content = " ".join((found["display"] or found["inline"]).split())
        token.markup = "$$" if found["display"] else "$"
    state.pos = found.end()
    return True


def _render_math(_self: Any, tokens: Sequence[Token], at: int, *_rest: Any) -> str:
    tex, tag = tokens[at].content, tokens[at].tag
    return f'<{tag} class="math" data-tex="{escape(tex)}">{escape(tex, quote=False)}</{tag}>'


def _make_callouts(tokens: list[Token]) -> None:
    """Turn each quotation that begins with a mark such as [!TIP] into an aside."""
    open_quotes: list[Token] = []
    for at, token in enumerate(tokens):
        if token.type == "blockquote_open":
            open_quotes.append(token)
            mark = CALLOUT.match(tokens[at + 2].content)
            if mark:
                token.tag = "aside"
                token.attrSet("class", f"callout callout-{mark[1].lower()}")
                _drop_mark(tokens[at + 2], mark.end())
        elif token.type == "blockquote_close":
            token.tag = open_quotes.pop().tag


def _drop_mark(inline: Token, length: int) -> None:
    inline.content = inline.content[length:]
    children = inline.children or []
    while children and CALLOUT.match(children[0].content + " "):
        children.pop(0)
    while children and children[0].type == "softbreak":
        children.pop(0)


def _make_blocks(tokens: list[Token]) -> None:
    """Turn each paragraph that holds one image or one displayed formula into a block."""
    for at, token in enumerate(tokens):
        children = token.children or []
        if token.type != "inline" or len(children) != 1:
            continue
        if children[0].type == "image":
            token.type = "figure"
        elif children[0].markup == "$$":
            token.type, children[0].tag = "formula", "div"
        else:
            continue
        for neighbour in (tokens[at - 1], tokens[at + 1]):
            neighbour.hidden = True


def _render_formula(_self: Any, tokens: Sequence[Token], at: int, *_rest: Any) -> str:
    return _render_math(None, tokens[at].children or [], 0) + "\n"


def _render_figure(_self: Any, tokens: Sequence[Token], at: int, *_rest: Any) -> str:
    image = (tokens[at].children or [])[0]
    shown = {name: image.attrs[name] for name in ("src", "width", "height")}
    attributes = {**shown, "alt": image.content, "loading": "lazy"}
    written = "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items())
    caption = str(image.attrs.get("title", ""))
    note = f"<figcaption>{escape(caption, quote=False)}</figcaption>" if caption else ""
    return f"<figure><img{written}>{note}</figure>\n"


def _turn_addresses(tokens: list[Token], address: Address, size: Size) -> None:
    for token in tokens:
        if "src" in token.attrs:
            width, height = size(str(token.attrs["src"]))
            token.attrs |= {"width": width, "height": height}
        for name in ("href", "src"):
            if name in token.attrs:
                token.attrs[name] = address(str(token.attrs[name]))
        _turn_addresses(token.children or [], address, size)
