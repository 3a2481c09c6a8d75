"""The allow-list: elements, their attributes, and what these may say."""

import re

import nh3

from lyceum.kernel.markup.urls import LINK_SCHEMES, link_url, own_url

ID_PREFIX = "part-"
CALLOUTS = ("note", "tip", "warning", "important")


def named(names: str) -> set[str]:
    """Return the names that `names` lists, parted by spaces."""
    return set(names.split())


MATH_ATTRIBUTES = named(
    "accent accentunder columnalign columnlines columnspacing columnspan depth display "
    "displaystyle fence form frame height largeop linethickness lspace mathcolor mathvariant "
    "maxsize minsize movablelimits notation rowalign rowlines rowspacing rowspan rspace "
    "scriptlevel separator stretchy symmetric voffset width"
)
MATH_TAGS = named(
    "maction math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder "
    "munderover none semantics"
)
PHRASES = named(
    "a abbr bdi bdo br cite code em kbd mark q rp rt ruby s samp small span strong sub sup u "
    "var wbr"
)
BLOCKS = named("aside audio blockquote details dl figure h2 h3 h4 hr ol p pre table ul video")
PARTS = named(
    "annotation caption col colgroup dd dt figcaption iframe img li source summary tbody td "
    "tfoot th thead tr track"
)
TAGS = PHRASES | BLOCKS | PARTS | MATH_TAGS

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "id", "lang"},
    "a": {"href", "rel", "title"},
    "abbr": {"title"},
    "annotation": {"encoding"},
    "aside": {"class"},
    "audio": {"controls", "preload", "src", "title"},
    "code": {"class"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "figure": {"class"},
    "iframe": {"allowfullscreen", "loading", "referrerpolicy", "sandbox", "src", "title"},
    "img": {"alt", "height", "loading", "src", "title", "width"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"abbr", "colspan", "rowspan", "scope"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "height", "poster", "preload", "src", "title", "width"},
    **dict.fromkeys(MATH_TAGS, MATH_ATTRIBUTES),
}

SANDBOX = "allow-scripts allow-same-origin allow-presentation allow-popups"
NUMBER = re.compile(r"-?\d{1,5}")
FLAG = re.compile(r"")
VALUES: dict[str, re.Pattern[str]] = {
    "allowfullscreen": FLAG,
    "colspan": NUMBER,
    "controls": FLAG,
    "default": FLAG,
    "dir": re.compile(r"ltr|rtl|auto"),
    "encoding": re.compile(r"application/x-tex"),
    "height": NUMBER,
    "id": re.compile(ID_PREFIX + r"[\w.:\-]{1,100}"),
    "kind": re.compile(r"captions|chapters|descriptions|subtitles"),
    "lang": re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "loading": re.compile(r"lazy"),
    "open": FLAG,
    "preload": re.compile(r"metadata|none"),
    "referrerpolicy": re.compile(r"strict-origin-when-cross-origin"),
    "rel": re.compile(r"noopener"),
    "reversed": FLAG,
    "rowspan": NUMBER,
    "sandbox": re.compile(re.escape(SANDBOX)),
    "scope": re.compile(r"col|row|colgroup|rowgroup"),
    "span": NUMBER,
    "srclang": re.compile(r"[A-Za-z0-9-]{2,20}"),
    "start": NUMBER,
    "type": re.compile(r"[aAiI1]|(?:audio|video)/[a-z0-9.+-]{2,30}"),
    "value": NUMBER,
    "width": NUMBER,
}
MATH_VALUE = re.compile(r"[\w.+\-% #]{1,80}")
CLASSES = {
    "aside": re.compile(r"callout callout-(?:note|tip|warning|important)"),
    "code": re.compile(r"math-refused|language-[a-z0-9+#.-]{1,30}"),
    "figure": re.compile(r"embed"),
}


def allowed_value(tag: str, name: str, value: str) -> str | None:
    """Return what `name` of `tag` may say; None drops the attribute."""
    if name == "href":
        return link_url(value)
    if name in {"src", "poster"}:
        return value if tag == "iframe" and value.startswith("https://") else own_url(value)
    if name == "class":
        return value if CLASSES[tag].fullmatch(value) else None
    if tag in MATH_TAGS and name in MATH_ATTRIBUTES:
        return value if MATH_VALUE.fullmatch(value) else None
    pattern = VALUES.get(name)
    return value if pattern is None or pattern.fullmatch(value) else None


FINAL = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags={"script", "style"},
    attributes=ATTRIBUTES,
    attribute_filter=allowed_value,
    link_rel=None,
    url_schemes=set(LINK_SCHEMES),
)

# What the shaping step understands and turns into the tags above.
CONTAINERS = named(
    "address article center dir div fieldset footer form header hgroup main nav section"
)
RENAMED = {
    "b": "strong",
    "i": "em",
    "strike": "s",
    "del": "s",
    "ins": "u",
    "tt": "code",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "dfn": "em",
    "acronym": "abbr",
    "menu": "ul",
}
ROUGH_TAGS = TAGS | CONTAINERS | set(RENAMED) | {"embed", "object"}
UNSEEN = {"script", "style", "template", "title", "noscript", "noembed", "noframes", "xmp", "svg"}
UNSEEN |= {"select", "datalist", "applet", "marquee", "frameset", "textarea", "plaintext"}
ROUGH_ATTRIBUTES = {
    **ATTRIBUTES,
    "a": ATTRIBUTES["a"] | {"name"},
    "aside": {"class"},
    "div": {"class", "data-tex"},
    "embed": {"src", "title"},
    "img": ATTRIBUTES["img"] | {"class", "data-equation-content"},
    "object": {"data", "title"},
    "span": {"class", "data-tex"},
}
ROUGH = nh3.Cleaner(
    tags=ROUGH_TAGS,
    clean_content_tags=UNSEEN,
    attributes=ROUGH_ATTRIBUTES,
    link_rel=None,
    url_schemes={*LINK_SCHEMES, "data"},
)
