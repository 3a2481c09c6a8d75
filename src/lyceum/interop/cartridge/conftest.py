"""Packages made by hand, for the tests of this folder."""

import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO

import pytest

from lyceum.interop.cartridge.contents import Cartridge
from lyceum.interop.cartridge.read import read_cartridge
from lyceum.kernel.archives import open_archive

SPACES = {
    "1.0": "http://www.imsglobal.org/xsd/imscc/imscp_v1p1",
    "1.1": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "1.2": "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1",
    "1.3": "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
}


def manifest(items: str = "", resources: str = "", *, version: str = "1.1", title="Tides") -> str:
    """Return an imsmanifest.xml with these items below the root, and these resources."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="m" xmlns="{SPACES[version]}"
        xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
      <metadata><schema>IMS Common Cartridge</schema>
        <schemaversion>{version}.0</schemaversion>
        <lom:lom><lom:general>
          <lom:title><lom:string language="en">{title}</lom:string></lom:title>
          <lom:description><lom:string>Ebb and flood.</lom:string></lom:description>
        </lom:general></lom:lom></metadata>
      <organizations><organization identifier="o" structure="rooted-hierarchy">
        <item identifier="root">{items}</item></organization></organizations>
      <resources>{resources}</resources>
    </manifest>"""


def packed(files: dict[str, str | bytes]) -> BinaryIO:
    """Return a zip file with these entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    stream.seek(0)
    return stream


def read(stream: BinaryIO) -> Cartridge:
    with open_archive(stream) as archive:
        return read_cartridge(archive)


def resource(identifier: str, type_: str, href: str, inside: str = "") -> str:
    """Return one resource of a manifest with one file."""
    return (
        f'<resource identifier="{identifier}" type="{type_}" href="{href}">'
        f'<file href="{href}"/>{inside}</resource>'
    )


def leaf(identifier: str, title: str) -> str:
    """Return an item of the organisation that shows the resource of that identifier."""
    start = f'<item identifier="i-{identifier}" identifierref="{identifier}">'
    return f"{start}<title>{title}</title></item>"


def folder(title: str, *inside: str) -> str:
    return f'<item identifier="f-{title}"><title>{title}</title>{"".join(inside)}</item>'


class Workshop:
    """The tools above under one name, since test modules do not import a conftest."""

    manifest = staticmethod(manifest)
    packed = staticmethod(packed)
    read = staticmethod(read)
    resource = staticmethod(resource)
    leaf = staticmethod(leaf)
    folder = staticmethod(folder)

    @staticmethod
    def package(items: str, resources: str, files: dict[str, str | bytes], **how: str) -> BinaryIO:
        return packed({"imsmanifest.xml": manifest(items, resources, **how), **files})

    @staticmethod
    def one_page(html: str | bytes, files: dict[str, str | bytes] | None = None) -> BinaryIO:
        """Return a package with one page at pages/tide.html and these other files."""
        names = "".join(
            resource(f"r-{n}", "webcontent", name) for n, name in enumerate(files or {})
        )
        return Workshop.package(
            folder("Sea", leaf("p", "Tide")),
            resource("p", "webcontent", "pages/tide.html") + names,
            {"pages/tide.html": html, **(files or {})},
        )


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def text_of(workshop: Workshop) -> Callable[..., str]:
    """Return the neutral HTML that a page comes out with."""

    def text(html: str | bytes, files: dict[str, str | bytes] | None = None) -> str:
        cartridge = workshop.read(workshop.one_page(html, files))
        return next(item.html for item in cartridge.items() if item.title == "Tide")

    return text
