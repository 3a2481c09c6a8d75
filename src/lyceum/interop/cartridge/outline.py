"""The organisation of a manifest, of any depth, becomes modules with items."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.canvas import COMPLETIONS, CanvasItem, CanvasModule
from lyceum.interop.cartridge.contents import (
    CartridgeRefused,
    ReadItem,
    ReadLink,
    ReadModule,
    ReadUnconverted,
)
from lyceum.interop.cartridge.manifest import Node
from lyceum.interop.cartridge.resources import Resources, leads_somewhere

MOST_ITEMS = 5_000
DEEPEST = 40
LONGEST_TITLE = 200


@dataclass
class Outline:
    """Walks the organisation once; `placed` are the resources that it shows."""

    resources: Resources
    placed: dict[str, str] = field(default_factory=dict)
    """Identifier of the item, by each identifier of the package that means it."""
    tried: set[str] = field(default_factory=set)
    """Resources that an entry of the outline asked for, whether it could be had or not."""
    count: int = 0
    _rows: set[str] = field(default_factory=set)

    def modules(self) -> list[ReadModule]:
        """Return the modules of the outline, and those that only Canvas's own list has."""
        found: list[ReadModule] = []
        loose: list[Node] = []
        for node in top_nodes(self.resources.manifest.nodes):
            if node.reference and not node.children:
                loose.append(node)
                continue
            found += self._loose(loose)
            loose = []
            found.append(self._module(node))
        found += self._loose(loose)
        names = {module.identifier for module in found}
        rest = [m for m in self.resources.canvas.modules if m.identifier not in names]
        return found + [self._canvas_module(module) for module in rest]

    def _loose(self, nodes: list[Node]) -> list[ReadModule]:
        """Gather items that lie outside of any folder."""
        if not nodes:
            return []
        folder = Node(nodes[0].identifier, _("Contents"), children=tuple(nodes))
        return [self._module(folder)]

    def _module(self, node: Node) -> ReadModule:
        canvas = self.resources.canvas.module(node.identifier)
        title = shortened(node.title or (canvas.title if canvas else "") or _("Untitled module"))
        items: list[ReadItem] = []
        if node.reference:
            node = replace(
                node, children=(Node(node.identifier, title, node.reference), *node.children)
            )
        self._walk(node.children, "", items, canvas)
        if canvas:
            self._rules_of(canvas)
            rows = [row for row in canvas.items if row.identifier not in self._rows]
            self._walk(map(_as_node, rows), "", items, canvas)
        return ReadModule(node.identifier, title, tuple(items))

    def _canvas_module(self, module: CanvasModule) -> ReadModule:
        items: list[ReadItem] = []
        self._walk(map(_as_node, module.items), "", items, module)
        self._rules_of(module)
        title = shortened(module.title or _("Untitled module"))
        return ReadModule(module.identifier, title, tuple(items))

    def _walk(
        self,
        nodes: Iterable[Node],
        above: str,
        items: list[ReadItem],
        canvas: CanvasModule | None,
        depth: int = 0,
    ) -> None:
        """Add the items of `nodes`; `above` is the title of the folders between module and item."""
        if depth > DEEPEST:
            raise CartridgeRefused(_("The outline of the package is nested too deeply."))
        heading, pending = above, ""
        for node in nodes:
            row = self.resources.canvas.item(node.identifier, node.reference)
            if row:
                self._rows.add(row.identifier)
            if node.children:
                self._folder(node, above, items, canvas, depth)
            elif node.reference or (row and not row.is_header):
                self._place(node, row, heading, items, canvas)
                pending = ""
            else:
                self._unused(pending)
                pending = heading = _joined(above, node.title or (row.title if row else ""))
        self._unused(pending)

    def _folder(
        self,
        node: Node,
        above: str,
        items: list[ReadItem],
        canvas: CanvasModule | None,
        depth: int,
    ) -> None:
        inner = _joined(above, node.title)
        own = (Node(node.identifier, node.title, node.reference),) if node.reference else ()
        self._walk((*own, *node.children), inner, items, canvas, depth + 1)

    def _place(
        self,
        node: Node,
        row: CanvasItem | None,
        heading: str,
        items: list[ReadItem],
        canvas: CanvasModule | None,
    ) -> None:
        self.count += 1
        if self.count > MOST_ITEMS:
            sentence = _("The outline has more than %d items; split the package.")
            raise CartridgeRefused(sentence % MOST_ITEMS)
        item = self._item(node, row)
        if item is None:
            return
        for name in (item.identifier, node.identifier, node.reference):
            self.placed.setdefault(name, item.identifier)
        if heading and heading != node.title:
            self._report_heading(heading)
        shown = (row is None or row.published) and (canvas is None or canvas.published)
        if row and row.indent:
            why = _("items are not indented here; it stands in the same order")
            self.resources.report.add("approximated", item.title, "indent", why)
        items.append(
            replace(
                item,
                title=_prefixed(heading, item.title),
                published=item.published and shown,
                completion=self._completion(item, row, canvas),
            )
        )

    def _item(self, node: Node, row: CanvasItem | None) -> ReadItem | None:
        title = node.title or (row.title if row else "")
        references = [node.reference, row.reference if row else ""]
        resource = self.resources.find(*references)
        if resource:
            self.tried.add(resource.identifier)
            return self.resources.item(resource, title, url=row.url if row else "")
        identifier = node.reference or node.identifier
        if row and row.content_type == "ExternalUrl" and leads_somewhere(row.url):
            return ReadLink(identifier, title, url=row.url)
        if row and row.url:
            outside_tool = row.content_type != "ExternalUrl"
            return ReadUnconverted(
                identifier,
                title,
                type="lti" if outside_tool else "other",
                format="canvas-tool",
                fragment=row.source,
                url=row.url,
            )
        why = _("the outline points to “%(name)s”, which the package does not hold")
        self.resources.report.add(
            "dropped", title or identifier, "item", why % {"name": identifier}
        )
        return None

    def _completion(
        self, item: ReadItem, row: CanvasItem | None, canvas: CanvasModule | None
    ) -> str:
        wanted = canvas.completions.get(row.identifier, "") if canvas and row else ""
        if wanted and wanted not in COMPLETIONS:
            why = _("the requirement “%(name)s” needs rules that this version does not have")
            self.resources.report.add("dropped", item.title, "rule", why % {"name": wanted})
        return COMPLETIONS.get(wanted, "") if not isinstance(item, ReadUnconverted) else ""

    def _rules_of(self, module: CanvasModule) -> None:
        for rule in module.rules:
            why = _("the rule “%(name)s” decided when the module opens; it is open at once here")
            self.resources.report.add("dropped", module.title, "rule", why % {"name": rule})

    def _report_heading(self, heading: str) -> None:
        why = _("modules hold items only; the heading now begins the titles of its items")
        self.resources.report.add("approximated", heading, "heading", why)

    def _unused(self, heading: str) -> None:
        if heading:
            why = _("no item follows this heading")
            self.resources.report.add("dropped", heading, "heading", why)


def top_nodes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes that are modules: below the root that cartridges have, if there is one."""
    if len(nodes) != 1 or nodes[0].reference:
        return nodes
    root = nodes[0]
    if not root.title or any(child.children for child in root.children):
        return root.children
    return nodes


def shortened(title: str) -> str:
    """Return the title at the length that a title may have."""
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"


def _as_node(row: CanvasItem) -> Node:
    return Node(row.identifier, row.title, "" if row.is_header else row.reference)


def _joined(above: str, title: str) -> str:
    return f"{above}: {title}" if above and title and above != title else title or above


def _prefixed(heading: str, title: str) -> str:
    if not heading or heading == title or heading.endswith(f": {title}"):
        return shortened(title)
    room = LONGEST_TITLE - len(title) - 2
    return shortened(f"{heading[:room]}: {title}" if room > 20 else title)
