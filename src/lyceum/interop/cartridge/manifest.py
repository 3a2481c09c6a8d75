"""The package's own table of contents: imsmanifest.xml (IMS Common Cartridge 1.0–1.3, clause 4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from lxml import etree

from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.interop.cartridge.identify import (
    named_otherwise,
    named_without_manifest,
    only_questions,
)
from lyceum.interop.cartridge.package import Package
from lyceum.kernel.xml import XmlRefused, parse_xml

MANIFEST_LIMIT = 20_000_000
MOST_RESOURCES = 20_000
NAMESPACE = re.compile(r"imscc(?:v1p(\d))?/imscp|xsd/imscc/")


@dataclass(frozen=True)
class Resource:
    """One resource: what it is, its files, and the resources it cannot do without."""

    identifier: str
    type: str
    href: str = ""
    files: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()
    variant_of: str = ""
    """The preferred resource, where this one is only its fallback (cpx:variant)."""
    teachers_only: bool = False
    intended_use: str = ""
    inline: bytes = b""
    """The descriptor, where a thin cartridge holds it inside the manifest."""

    def hrefs(self) -> Iterator[str]:
        """Yield the addresses of its files, the main one first, each once."""
        yield from dict.fromkeys(href for href in (self.href, *self.files) if href)


@dataclass(frozen=True)
class Node:
    """An entry of the organisation: a folder, a leaf, or both."""

    identifier: str
    title: str
    reference: str = ""
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Manifest:
    """The parts of a manifest that an import needs."""

    version: str
    title: str = ""
    language: str = ""
    summary: str = ""
    nodes: tuple[Node, ...] = ()
    resources: tuple[Resource, ...] = ()
    by_id: dict[str, Resource] = field(default_factory=dict)


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace, or "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words(element: etree._Element) -> str:
    """Return all text inside the element, white space folded."""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if local(child) == name]


def child_text(element: etree._Element, name: str) -> str:
    """Return the text of the first child of that name, without space around it, or ""."""
    for child in children(element, name):
        return words(child)
    return ""


def read_manifest(package: Package) -> Manifest:
    """Return the manifest; raises `CartridgeRefused` where there is none that can be read."""
    name = package.find("imsmanifest.xml")
    if name is None:
        raise CartridgeRefused(named_without_manifest(package.names))
    try:
        root = parse_xml(package.read(name, limit=MANIFEST_LIMIT), limit=MANIFEST_LIMIT)
    except XmlRefused as refusal:
        sentence = _("The table of contents of the package (imsmanifest.xml) cannot be read: %s")
        raise CartridgeRefused(sentence % refusal) from refusal
    resources = tuple(_resources(root))
    if len(resources) > MOST_RESOURCES:
        sentence = _("The package names more than %d resources; split it into smaller packages.")
        raise CartridgeRefused(sentence % MOST_RESOURCES)
    by_id: dict[str, Resource] = {}
    for resource in resources:
        by_id.setdefault(resource.identifier, resource)
    title, language, summary = _described(root)
    version = cartridge_version(root)
    types = [resource.type for resource in resources]
    if not version or ("cartridge" not in _schema(root) and only_questions(types)):
        raise CartridgeRefused(named_otherwise(root, types))
    return Manifest(version, title, language, summary, _nodes(root), resources, by_id)


def cartridge_version(root: etree._Element) -> str:
    """Return "1.0" to "1.3", or "" where this is no manifest of a cartridge."""
    if local(root) != "manifest":
        return ""
    schema, version = _schema(root), ""
    for metadata in children(root, "metadata"):
        version = child_text(metadata, "schemaversion")
    namespace = NAMESPACE.search(etree.QName(root).namespace or "")
    if "cartridge" in schema or namespace:
        if match := re.match(r"1\.[0-3]", version):
            return match.group()
        return f"1.{(namespace and namespace.group(1)) or 0}"
    return ""


def _schema(root: etree._Element) -> str:
    names = [child_text(metadata, "schema") for metadata in children(root, "metadata")]
    return " ".join(names).lower()


def _resources(root: etree._Element) -> Iterator[Resource]:
    for group in children(root, "resources"):
        for element in children(group, "resource"):
            yield _resource(element)


def _resource(element: etree._Element) -> Resource:
    role = next((e for e in element.iter() if local(e) == "intendedEndUserRole"), None)
    roles = {child_text(role, "value").lower()} if role is not None else set()
    variant = next((child for child in element.iter() if local(child) == "variant"), None)
    standard = {"file", "dependency", "metadata", "variant", ""}
    inline = [child for child in element if local(child) not in standard]
    return Resource(
        identifier=element.get("identifier", ""),
        type=element.get("type", "").strip(),
        href=_href(element),
        files=tuple(_href(file) for file in children(element, "file")),
        dependencies=tuple(d.get("identifierref", "") for d in children(element, "dependency")),
        variant_of=variant.get("identifierref", "") if variant is not None else "",
        teachers_only=bool(roles & {"instructor", "mentor"}),
        intended_use=element.get("intendeduse", "").lower(),
        inline=etree.tostring(inline[0], with_tail=False) if inline else b"",
    )


def _href(element: etree._Element) -> str:
    return element.get("href", "").strip()


def _nodes(root: etree._Element) -> tuple[Node, ...]:
    for group in children(root, "organizations"):
        for organisation in children(group, "organization"):
            return tuple(_node(item) for item in children(organisation, "item"))
    return ()


def _node(item: etree._Element) -> Node:
    return Node(
        identifier=item.get("identifier", ""),
        title=child_text(item, "title"),
        reference=item.get("identifierref", ""),
        children=tuple(_node(child) for child in children(item, "item")),
    )


def _described(root: etree._Element) -> tuple[str, str, str]:
    """Return title, language and description from the LOM metadata."""
    metadata = next(iter(children(root, "metadata")), root)
    general = next((e for e in metadata.iter() if local(e) == "general"), None)
    if general is None:
        return "", "", ""
    title = next(iter(children(general, "title")), None)
    language = child_text(general, "language")
    if title is not None and not language:
        strings = [child for child in title.iter() if child.get("language")]
        language = strings[0].get("language", "") if strings else ""
    return child_text(general, "title"), language, child_text(general, "description")
