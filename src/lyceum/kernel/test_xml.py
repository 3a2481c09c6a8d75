import socket

import pytest

from lyceum.kernel.xml import XmlRefused, parse_xml

LAUGHS = "".join(
    f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 10)
)
DOCTYPES = {
    "file entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "http entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]><a>&x;</a>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p"> %p;]><a/>',
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
    "quadratic": f'<!DOCTYPE a [<!ENTITY x "{"y" * 100_000}">]><a b="{"&x;" * 10_000}"/>',
    "external dtd": '<!DOCTYPE a SYSTEM "http://127.0.0.1:{port}/a.dtd"><a/>',
    "public dtd": '<!DOCTYPE a PUBLIC "-//X//EN" "http://127.0.0.1:{port}/a.dtd"><a/>',
    "after comment": '<!-- a > b --><?pi x?>\n<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
}


@pytest.fixture
def canary():
    """A loopback port whose backlog must stay empty."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server.getsockname()[1]
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("name", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_security_59_a_doctype_is_refused_at_once_and_nothing_is_fetched(
    name, encoding, canary, least_cpu
):
    data = DOCTYPES[name].replace("{port}", str(canary)).encode(encoding)

    def refuse():
        with pytest.raises(XmlRefused):
            parse_xml(data)

    assert least_cpu(refuse) < 0.1


def test_security_59_xinclude_and_schema_locations_are_left_alone(canary):
    root = parse_xml(
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude"'
        b' xmlns:s="http://www.w3.org/2001/XMLSchema-instance"'
        b' s:schemaLocation="u http://127.0.0.1:%d/a.xsd">'
        b'<xi:include href="file:///etc/passwd" parse="text"/></a>' % canary
    )
    assert "root:" not in "".join(root.itertext())


def test_an_entity_that_is_not_declared_is_not_well_formed():
    with pytest.raises(XmlRefused):
        parse_xml(b"<a>&x;</a>")


def test_bytes_hidden_in_another_encoding_are_refused():
    with pytest.raises(XmlRefused, match="UTF-8"):
        parse_xml(b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>')


@pytest.mark.parametrize(
    "data",
    [
        "<a>é</a>".encode(),
        "\ufeff<a>é</a>".encode(),
        "\n \n<?xml version='1.0'?><a>é</a>".encode(),
        "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16-be"),
        "<a>é</a>".encode("utf-16-le"),
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"),
        "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<!-- x --><a>é</a>".encode(),
    ],
)
def test_usual_encodings_are_read(data):
    assert parse_xml(data).text == "é"


def test_the_line_of_a_mistake_is_told_even_after_leading_lines():
    with pytest.raises(XmlRefused, match="line 4") as refused:
        parse_xml(b"\n\n<a>\n<b></a>")
    assert refused.value.line == 4


@pytest.mark.parametrize("data", [b"", b"   ", b"\xef\xbb\xbf", b"plain", b"<a>\xff</a>", b"\0\0"])
def test_what_is_no_xml_is_refused_with_a_sentence(data):
    with pytest.raises(XmlRefused) as refused:
        parse_xml(data)
    assert str(refused.value).endswith(".")


def test_too_deep_and_too_large_are_refused():
    with pytest.raises(XmlRefused):
        parse_xml(b"<a>" * 100_000)
    with pytest.raises(XmlRefused, match="larger"):
        parse_xml(b"<a/>" + b" " * 100, limit=50)
