"""XML from outside, parsed without DTD, entities, network or unbounded depth (SECURITY 59)."""

import re

from django.utils.translation import gettext as _
from lxml import etree

MAX_BYTES = 64_000_000
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "iso-8859-1", "latin-1", "latin1"}
ENCODINGS |= {"windows-1252", "cp1252", "iso-8859-15"}
DECLARATION = re.compile(r"<\?xml\s[^>]*?\?>")
DECLARED = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
PROLOG = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)


class XmlRefused(ValueError):
    """The document was not parsed; the message says why and, where known, in which line."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def parse_xml(data: bytes, *, limit: int = MAX_BYTES) -> etree._Element:
    """Return the root element of `data`; raises `XmlRefused`, and repairs nothing silently.

    A byte order mark and white space before the first tag are tolerated. UTF-8, UTF-16 and the
    western single-byte encodings are read; a DOCTYPE of any kind is refused.
    """
    if len(data) > limit:
        raise XmlRefused(_("The XML is larger than %(mb)d MB.") % {"mb": limit // 1_000_000})
    text = _decoded(data)
    lines_before = text[: len(text) - len(text.lstrip())].count("\n")
    text = DECLARATION.sub("", text.lstrip(), count=1)
    _refuse_doctype(text, lines_before)
    try:
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        line = (error.lineno or 1) + lines_before
        message = _("The XML is not well formed in line %(line)d: %(reason)s.")
        reason = str(error.msg).split(", line ")[0]
        raise XmlRefused(message % {"line": line, "reason": reason}, line) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise XmlRefused(_("The XML declares a DOCTYPE, which is not accepted."))
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
    )


def _decoded(data: bytes) -> str:
    """Decode here, so that parser and checks can never disagree about the encoding."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = _("The XML holds bytes that are not %(encoding)s in line %(line)d.")
        raise XmlRefused(message % {"encoding": encoding, "line": line}, line) from error
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise XmlRefused(_("The XML file is empty."), 1)
    return text


def _encoding(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding
    if data[:4] in {b"<\x00?\x00", b"<\x00!\x00"} or data[1:4:2] == b"\x00\x00":
        return "utf-16-le"
    if data[:4] in {b"\x00<\x00?", b"\x00<\x00!"} or data[:4:2] == b"\x00\x00":
        return "utf-16-be"
    declared = DECLARED.match(data.lstrip()[:300])
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if name not in ENCODINGS:
        message = _("The XML is in the encoding “%(name)s”; save it as UTF-8.")
        raise XmlRefused(message % {"name": name}, 1)
    return "utf-8" if name == "utf-16" else name


def _refuse_doctype(text: str, lines_before: int) -> None:
    prolog = PROLOG.match(text)
    after = prolog.end() if prolog else 0
    if text.startswith("<!", after):
        line = text[:after].count("\n") + 1 + lines_before
        message = _("The XML declares a DOCTYPE in line %(line)d, which is not accepted.")
        raise XmlRefused(message % {"line": line}, line)
