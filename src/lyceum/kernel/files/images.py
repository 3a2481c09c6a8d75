"""Images: measured by their headers, so that no bomb is unpacked, and drawn anew to be shown."""

import struct
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from lyceum.kernel.files.refusals import FileRefused

MAX_PIXELS = 50_000_000
MOST_DRAWN = 24_000_000
"""Pixels that are unpacked at most: about 100 MB."""
TALLEST = 16_383
"""Pixels of a side that WebP can hold."""
MAX_FRAMES = 1_000
QUALITY = 74
FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
BROKEN = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    struct.error,
)


def measure(stream: IO[bytes]) -> tuple[int, int] | None:
    """Return width and height in pixels; None where the bytes are no image that can be read.

    Raises `FileRefused` for more pixels or frames than a page can need.
    """
    stream.seek(0)
    try:
        with Image.open(stream, formats=FORMATS) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise _too_many_pixels(width, height)
            if _frames(image, stream) > MAX_FRAMES:
                raise FileRefused(_("The image has more than %d frames.") % MAX_FRAMES)
            return width, height
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(0, 0) from error
    except FileRefused:
        raise
    except BROKEN:
        return None


def shrunk(stream: IO[bytes], name: str, *, width: int) -> IO[bytes]:
    """Return the image as WebP, upright and at most `width` pixels wide, without its metadata.

    Raises `FileRefused` for what is no image, or is too large to be drawn in little memory.
    """
    measures = measure(stream)
    if measures is None:
        message = _("“%(name)s” is not an image that can be shown. Use PNG, JPEG or WebP.")
        raise FileRefused(message % {"name": name})
    stream.seek(0)
    try:
        with Image.open(stream, formats=FORMATS) as image:
            image.draft("RGB", (width * 2, width * 2))
            if image.width * image.height > MOST_DRAWN:
                raise _too_many_pixels(*image.size, MOST_DRAWN)
            upright = ImageOps.exif_transpose(image)
            drawn = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except FileRefused:
        raise
    except BROKEN as error:
        raise FileRefused(_("“%(name)s” is a broken image.") % {"name": name}) from error
    scale = min(width / drawn.width, TALLEST / drawn.height)
    if scale < 1:
        narrow, low = (max(1, round(side * scale)) for side in drawn.size)
        drawn = drawn.resize((narrow, low), Image.Resampling.LANCZOS)
    out = BytesIO()
    drawn.save(out, "WEBP", quality=QUALITY, method=6)
    out.seek(0)
    return out


def _frames(image: Image.Image, stream: IO[bytes]) -> int:
    """Count frames up to one more than allowed, skipping over each without unpacking it."""
    if image.format != "GIF":
        return int(getattr(image, "n_frames", 1))
    stream.seek(0)
    return _gif_frames(stream)


def _gif_frames(stream: IO[bytes]) -> int:
    flags = stream.read(13)[10]
    _skip_colours(stream, flags)
    frames = 0
    while frames <= MAX_FRAMES and (mark := stream.read(1)) in {b"!", b","}:
        if mark == b",":
            frames += 1
            _skip_colours(stream, stream.read(9)[8])
        stream.seek(1, 1)
        while (length := stream.read(1)) and length != b"\0":
            stream.seek(length[0], 1)
    return frames


def _skip_colours(stream: IO[bytes], flags: int) -> None:
    """Pass over a colour table (GIF89a §19), where `flags` says that one follows."""
    if flags & 0x80:
        stream.seek(3 * 2 ** ((flags & 7) + 1), 1)


def _too_many_pixels(width: int, height: int, limit: int = MAX_PIXELS) -> FileRefused:
    message = _("The image has more than %(limit)d million pixels. Make it smaller and try again.")
    refused = FileRefused(message % {"limit": limit // 1_000_000})
    refused.add_note(f"{width} × {height}")
    return refused
