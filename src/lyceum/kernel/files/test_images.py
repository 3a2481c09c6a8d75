import io
import os
import struct
import subprocess
import sys
import zlib

import pytest
from PIL import Image

from lyceum.kernel.files.images import MAX_FRAMES, TALLEST, measure, shrunk
from lyceum.kernel.files.refusals import FileRefused


def png(width, height):
    """A PNG whose header claims these measures; its rows are packed zeros, cut short."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def gif(frames):
    frame = b"!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def drawn(kind, **options):
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(made, kind, **options)
    return made


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_an_image_is_measured(kind):
    assert measure(drawn(kind)) == (40, 30)


def test_security_62_a_png_of_50000_by_50000_pixels_is_refused():
    with pytest.raises(FileRefused, match="million pixels"):
        measure(io.BytesIO(png(50_000, 50_000)))
    with pytest.raises(FileRefused):
        measure(io.BytesIO(png(2**31 - 1, 2**31 - 1)))


def test_security_62_a_gif_of_10000_frames_is_refused():
    with pytest.raises(FileRefused, match="frames"):
        measure(io.BytesIO(gif(10_000)))
    assert measure(io.BytesIO(gif(MAX_FRAMES))) == (1, 1)


# The kernel's own high-water mark: `getrusage` would count the process that started this one.
PROBE = """
import io, re, sys
from pathlib import Path
import django
django.setup()
from lyceum.kernel.files.images import measure
from lyceum.kernel.files.refusals import FileRefused
try:
    measure(io.BytesIO(sys.stdin.buffer.read()))
except FileRefused:
    print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Memory is read from Linux's /proc.")
@pytest.mark.parametrize("bomb", [png(50_000, 50_000), gif(10_000)], ids=["png", "gif"])
def test_security_62_refusing_takes_less_than_256_megabytes(bomb, tmp_path):
    probe = [sys.executable, "-c", PROBE]
    own = {"PYTHONPATH": os.pathsep.join(sys.path), "LYCEUM_HOME": str(tmp_path)}
    told = subprocess.run(
        probe, input=bomb, stdout=subprocess.PIPE, check=True, env=os.environ | own
    ).stdout
    assert 0 < int(told) < 256_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"GIF89a/*" + b"x" * 50 + b"*/=1;alert(1)//",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
    ],
)
def test_what_only_begins_like_an_image_has_no_measures(data):
    measured = measure(io.BytesIO(data))
    assert measured is None or data.startswith(b"GIF89a/*")


def test_a_gif_that_is_cut_inside_a_frame_has_no_measures():
    assert measure(io.BytesIO(gif(3)[:-10])) is None


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        ((40, 30), (40, 30)),
        ((1600, 1200), (800, 600)),
        ((30_000, 1), (800, 1)),
        ((20, 40_000), None),
    ],
)
def test_an_image_of_any_shape_is_drawn_within_what_can_be_kept(sides, shown):
    given = io.BytesIO()
    Image.new("1", sides).save(given, "PNG")
    width, height = measure(shrunk(given, "chart.png", width=800))
    assert (width, height) == shown if shown else (height == TALLEST and width < 20)
