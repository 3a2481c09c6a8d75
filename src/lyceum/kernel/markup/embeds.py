"""Video embeds of allowed hosts; everything else that loads from elsewhere becomes a link."""

from lyceum.kernel.markup.allowed import SANDBOX
from lyceum.kernel.markup.trees import Node, drop_tree, elements, lift, made, swap, unwrap, wrap
from lyceum.kernel.markup.urls import embed_url, host_of, link_url, own_url

HOLDS_NO_BLOCK = {"p", "span", "a", "strong", "em", "u", "s", "sub", "sup", "small", "mark", "q"}
MEDIA = ("audio", "video")


def shape_embeds(root: Node, hosts: tuple[str, ...]) -> None:
    """Give every frame its figure, title and sandbox, or make it a link."""
    for element in elements(root, "iframe", "embed", "object"):
        if element.getparent() is None:
            continue
        address = element.get("src") or element.get("data") or ""
        player = embed_url(address, hosts)
        if player:
            _embed(element, player)
        elif element.tag == "object" and len(element):
            unwrap(element)
        else:
            swap_for_link(element, address, element.get("title"))
    for figure in elements(root, "figure"):
        if figure.get("class") and figure.find("iframe") is None:
            del figure.attrib["class"]


def _embed(element: Node, player: str) -> None:
    frame = made(
        "iframe",
        src=player,
        title=element.get("title") or host_of(player),
        sandbox=SANDBOX,
        allowfullscreen="",
        loading="lazy",
        referrerpolicy="strict-origin-when-cross-origin",
    )
    swap(element, frame)
    figure = frame.getparent()
    if figure is None or figure.tag != "figure" or figure.get("class") != "embed":
        figure = made("figure", class_="embed")
        wrap(frame, figure)
    lift(figure, HOLDS_NO_BLOCK)


def shape_media(root: Node) -> None:
    """Keep images, sound and film of this site; link to those of others."""
    for image in elements(root, "img"):
        address = image.get("src") or ""
        own = own_url(address)
        if own is None:
            swap_for_link(image, address, image.get("alt"))
            continue
        image.set("alt", image.get("alt") or "")
        image.set("loading", "lazy")
    for element in elements(root, *MEDIA):
        _shape_player(element)


def _shape_player(element: Node) -> None:
    sources = [element, *elements(element, "source")]
    addresses = [one.get("src") or "" for one in sources]
    if not any(own_url(address) for address in addresses):
        swap_for_link(element, next(filter(None, addresses), ""), None)
        return
    element.set("controls", "")
    element.set("preload", "metadata")
    for part in elements(element, "source", "track"):
        if own_url(part.get("src") or "") is None:
            unwrap(part)


def swap_for_link(element: Node, address: str, words: str | None) -> None:
    """Put a link to `address` in the element's place; its words alone where none may lead there."""
    url = link_url(address) if host_of(address) else None
    words = (words or "").strip()
    if url and not any(one.tag == "a" for one in element.iterancestors()):
        swap(element, made("a", words or url, href=url))
    elif words:
        swap(element, made("span", words))
    else:
        drop_tree(element)
