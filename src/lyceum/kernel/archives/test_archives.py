import contextlib
import io
import random
import struct
import tarfile
import time
import tracemalloc
import zipfile
import zlib

import pytest

from lyceum.kernel.archives import ArchiveRefused, Limits, open_archive

UNSAFE_NAMES = [
    "../x",
    "/x",
    "C:\\x",
    "c:x",
    "a/../../x",
    "a\\..\\x",
    "..",
    "a" * 4096,
    "a\0b",
    "a\nb",
    "//x",
]


def zipped(files, **options):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return made.getvalue()


def tarred(*members, mode="w", **options):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, **options) as target:
        for name, content, kind in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            info.type = kind
            info.linkname = "elsewhere" if kind in {tarfile.SYMTYPE, tarfile.LNKTYPE} else ""
            target.addfile(info, io.BytesIO(content))
    return made.getvalue()


def refusal(data, **limits):
    """The code with which `data` is refused at its opening, which takes no time."""
    start = time.process_time()
    with (
        pytest.raises(ArchiveRefused) as refused,
        open_archive(io.BytesIO(data), limits=Limits(**limits)),
    ):
        pytest.fail("the archive was opened")
    assert time.process_time() - start < 1
    assert str(refused.value)
    return refused.value.code


@pytest.mark.parametrize("mode", ["zip", "w", "w:gz"])
def test_an_archive_of_each_kind_is_read(mode):
    files = {"a.txt": b"one", "dir/b.txt": b"two" * 1000}
    members = [(name, content, tarfile.REGTYPE) for name, content in files.items()]
    data = zipped(files) if mode == "zip" else tarred(*members, mode=mode)
    with open_archive(io.BytesIO(data)) as archive:
        assert archive.names() == ["a.txt", "dir/b.txt"]
        assert "a.txt" in archive
        assert "dir" not in archive
        assert archive.size("dir/b.txt") == 3000
        assert archive.read("a.txt") == b"one"
        with archive.open("dir/b.txt") as first, archive.open("a.txt") as second:
            assert first.read(3) + second.read(1) + first.read(3) == b"twootwo"
        with pytest.raises(KeyError):
            archive.read("missing")
        with pytest.raises(ArchiveRefused, match="larger"):
            archive.read("dir/b.txt", limit=2999)


def test_a_stream_that_cannot_seek_is_read_too():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    with open_archive(Pipe(tarred(("a", b"1", tarfile.REGTYPE), mode="w:gz"))) as archive:
        assert archive.read("a") == b"1"


def test_names_are_cleaned_of_empty_parts_and_folders_are_no_entries():
    members = [("./", b"", tarfile.DIRTYPE), ("./a//b", b"1", tarfile.REGTYPE)]
    with open_archive(io.BytesIO(tarred(*members))) as archive:
        assert archive.names() == ["a/b"]


@pytest.mark.parametrize("name", UNSAFE_NAMES)
def test_security_55_unsafe_names_in_a_zip_are_refused(name):
    stand_in = "x" * len(name)
    data = zipped({"good": b"1", stand_in: b"2"}).replace(stand_in.encode(), name.encode())
    assert refusal(data) == "name"


@pytest.mark.parametrize("name", [name for name in UNSAFE_NAMES if "\0" not in name])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_security_55_unsafe_names_in_a_tar_are_refused(name, mode):
    assert refusal(tarred((name, b"1", tarfile.REGTYPE), mode=mode)) == "name"


def test_security_55_a_name_of_bytes_that_are_no_text_is_refused():
    plain = tarred(("tide-.txt", b"x", tarfile.REGTYPE), format=tarfile.GNU_FORMAT)
    header = bytearray(plain.replace(b"tide-.txt", b"tide\xff.txt"))
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header[:512])
    assert refusal(bytes(header)) == "name"


def test_security_55_a_nul_in_a_pax_name_is_refused():
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as target:
        info = tarfile.TarInfo("a")
        info.pax_headers = {"path": "a\0b"}
        target.addfile(info)
    assert refusal(made.getvalue()) in {"name", "damaged"}


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"Z"],
)
def test_security_55_links_and_devices_in_a_tar_are_refused(kind):
    assert refusal(tarred(("a", b"", tarfile.REGTYPE), ("b", b"", kind))) == "link"


@pytest.mark.parametrize("mode", [0o120777, 0o020644, 0o060644, 0o010644])
def test_security_55_links_and_devices_in_a_zip_are_refused(mode):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        info = zipfile.ZipInfo("link")
        info.create_system, info.external_attr = 3, mode << 16
        target.writestr(info, "/etc/passwd")
    assert refusal(made.getvalue()) == "link"


def zeros(size, level=9):
    """`size` zero bytes as a raw deflate stream, and their checksum, without holding them."""
    packer, packed, checksum = zlib.compressobj(level, zlib.DEFLATED, -15), [], 0
    part = bytes(1_000_000)
    for _step in range(size // len(part)):
        packed.append(packer.compress(part))
        checksum = zlib.crc32(part, checksum)
    return b"".join([*packed, packer.flush()]), checksum


def test_security_56_a_zip_of_a_hundred_million_zeros_is_refused():
    packed, checksum = zeros(100_000_000)
    assert refusal(handmade([("a", packed, 100_000_000, checksum)])) == "ratio"


def test_security_56_many_small_bombs_are_refused_by_their_sum():
    assert refusal(zipped({f"{n}": bytes(900_000) for n in range(20)})) == "ratio"


def test_security_56_more_bytes_in_all_than_allowed_are_refused():
    files = {f"{n}": zlib.compress(bytes([n]) * 10) * 40_000 for n in range(4)}
    assert refusal(zipped(files), total=1_000_000) == "too_large"
    members = [(name, content, tarfile.REGTYPE) for name, content in files.items()]
    assert refusal(tarred(*members), total=1_000_000) == "too_large"
    assert refusal(tarred(*members, mode="w:gz"), total=1_000_000) in {"too_large", "ratio"}


def test_security_56_a_gzip_bomb_is_stopped_while_it_unpacks():
    deflated, _checksum = zeros(300_000_000)
    data = b"\x1f\x8b\x08" + bytes(7) + deflated + bytes(8)
    tracemalloc.start()
    assert refusal(data) == "ratio"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64_000_000


def record(name, packed, size, checksum, offset):
    """A local header with its content, and the record of the index that leads to it."""
    fields = (20, 0, 8, 0, 33, checksum, len(packed), size, len(name), 0)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields) + name.encode() + packed
    index = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, offset)
    return local, index + name.encode()


def handmade(entries, offsets=None):
    body, index = b"", b""
    for number, (name, packed, size, checksum) in enumerate(entries):
        offset = len(body) if offsets is None else offsets[number]
        local, entry = record(name, packed, size, checksum, offset)
        body += local
        index += entry
    return body + index + end(len(entries), len(index), len(body))


def end(count, size, start):
    return struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, *[count & 0xFFFF] * 2, size, start, 0)


def test_security_56_overlapped_entries_are_refused():
    content = bytes(range(250)) * 100
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    entry = (packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))
    same_place = handmade([("a", *entry), ("a", *entry)], offsets=[0, 0])
    assert refusal(same_place) in {"overlap", "duplicate"}
    quoted = handmade([("a", *entry), ("b", *entry)], offsets=[0, 20])
    assert refusal(quoted) == "overlap"


def test_security_56_a_million_entries_are_counted_not_loaded():
    _local, entry = record("a", b"", 0, 0, 0)
    index = entry * 1_000_000
    data = b"PK\x03\x04" + index + end(1_000_000, len(index), 4)
    tracemalloc.start()
    assert refusal(data) == "too_many"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64_000_000
    few = entry * 10_001
    assert refusal(b"PK\x03\x04" + few + end(1, len(few), 4)) == "too_many"


def test_security_56_a_false_index_does_not_hide_a_million_entries():
    _local, entry = record("a", b"", 0, 0, 0)
    index = entry * 200_000
    false = b"XXXX" + bytes(36) + struct.pack("<QQ", len(entry), 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    size = len(index) + len(false) + len(locator)
    data = b"PK\x03\x04" + index + false + locator + end(1, size, 4)
    tracemalloc.start()
    assert refusal(data) == "too_many"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64_000_000


def test_security_56_too_many_entries_of_a_tar_are_refused():
    members = [(f"{n}", b"", tarfile.REGTYPE) for n in range(101)]
    assert refusal(tarred(*members), entries=100) == "too_many"
    assert refusal(tarred(*members, mode="w:gz"), entries=100) == "too_many"


@pytest.mark.parametrize("said", [10, 999_999_999])
def test_security_56_a_wrong_size_in_the_index_ends_the_reading(said):
    content = b"content that is longer " * 100_000
    packer = zlib.compressobj(0, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    entry = ("a", packed, said if said < 100 else len(content) * 3, zlib.crc32(content))
    with (
        open_archive(io.BytesIO(handmade([entry]))) as archive,
        pytest.raises(ArchiveRefused) as refused,
    ):
        archive.read("a")
    assert refused.value.code in {"damaged", "size"}


def test_security_56_archives_in_archives_are_not_followed():
    data = b"deep"
    for _level in range(5):
        data = zipped({"inner.zip": data})
    with open_archive(io.BytesIO(data)) as archive:
        assert archive.names() == ["inner.zip"]
        assert archive.read("inner.zip").startswith(b"PK")


def test_security_56_a_tar_header_that_claims_gigabytes_is_not_read():
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 1_900_000_000
    assert refusal(info.tobuf(tarfile.PAX_FORMAT) + bytes(10_240)) == "damaged"


def test_security_56_a_tar_entry_of_negative_size_does_not_loop():
    info = tarfile.TarInfo("a")
    block = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    block[124:136] = b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    assert refusal(bytes(block) * 3 + bytes(1024)) in {"damaged", "too_many", "duplicate"}


def test_the_same_name_twice_is_refused():
    pair = [("a/b", b"1", tarfile.REGTYPE), ("a/./b", b"2", tarfile.REGTYPE)]
    assert refusal(tarred(*pair)) == "duplicate"
    packed, checksum = zeros(1_000_000)
    entry = ("a", packed, 1_000_000, checksum)
    assert refusal(handmade([entry, entry])) == "duplicate"
    two_forms = zipped({"caf\u00e9": b"1", "cafe\u0301": b"2"})
    assert refusal(two_forms) == "duplicate"


def test_an_encrypted_zip_says_so():
    data = bytearray(zipped({"a": b"1"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "encrypted"


def test_an_unusual_method_says_so():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as target:
        target.writestr("a", b"1")
    assert refusal(made.getvalue()) == "method"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"hello", "not_archive"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (b"\x1f\x8b\x08", "damaged"),
        (zipped({}), "empty"),
        (zipped({"only/": b""}), "empty"),
        (tarred(), "not_archive"),
        (tarred(mode="w:gz"), "empty"),
        (zipped({"a": b"1" * 1000})[:-30], "damaged"),
        (tarred(("a", b"1" * 5000, tarfile.REGTYPE))[:2000], "damaged"),
        (tarred(("a", b"1" * 5000, tarfile.REGTYPE), mode="w:gz")[:-20], "damaged"),
        (b"PK\x05\x06" + bytes(8) + b"\xff" * 8 + bytes(2), "damaged"),
    ],
)
def test_what_is_broken_or_empty_is_refused_with_its_code(data, code):
    assert refusal(data) == code


def test_a_tar_with_a_broken_header_in_the_middle_is_not_read_by_half():
    first = tarred(("a", b"1", tarfile.REGTYPE))[:1024]
    assert refusal(first + b"x" * 512 + bytes(1024)) == "damaged"


def test_a_broken_entry_is_refused_while_it_is_read():
    data = bytearray(zipped({"a": b"hello world, hello world" * 50}))
    data[40] ^= 0xFF
    with (
        open_archive(io.BytesIO(bytes(data))) as archive,
        pytest.raises(ArchiveRefused) as refused,
    ):
        archive.read("a")
    assert refused.value.code in {"damaged", "size"}


def test_a_zip_with_a_comment_and_zip64_is_read():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.comment = b"made by hand"
        with target.open("big", "w", force_zip64=True) as entry:
            entry.write(b"1")
    with open_archive(io.BytesIO(made.getvalue())) as archive:
        assert archive.read("big") == b"1"


BROKEN_SAMPLES = {
    "209-1-not-a-zip.zip",
    "lumi_corrupt_archive.h5p",
    "qti21_WebDeveloperTest1-incomplete.zip",
}


def test_every_package_among_the_samples_opens_but_the_broken_ones(shared):
    refused = set()
    for path in (shared / "samples").rglob("*"):
        if path.suffix in {".imscc", ".mbz", ".zip", ".h5p"}:
            try:
                with path.open("rb") as stream, open_archive(stream) as archive:
                    for name in archive.names():
                        assert len(archive.read(name)) == archive.size(name)
            except ArchiveRefused:
                refused.add(path.name)
    assert refused == BROKEN_SAMPLES


@pytest.mark.parametrize("seed", range(8))
def test_security_56_a_damaged_archive_is_refused_and_nothing_else(seed):
    chance = random.Random(seed)
    sparse = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "q"}
    whole = [
        zipped({f"d/{n}.txt": b"x" * 900 * n for n in range(4)}),
        tarred(*((f"d/{n}", b"y" * 700, tarfile.REGTYPE) for n in range(4))),
        tarred(("é" * 90, b"1\n", tarfile.REGTYPE), format=tarfile.PAX_FORMAT, pax_headers=sparse),
        tarred(("d/é", b"y" * 9000, tarfile.REGTYPE), mode="w:gz"),
    ]
    opened = 0
    for _ in range(300):
        data = spoilt(chance.choice(whole), chance)
        with contextlib.suppress(ArchiveRefused), open_archive(io.BytesIO(data)) as archive:
            for name in archive.names():
                archive.read(name)
            opened += 1
    assert opened < 300


def spoilt(whole, chance):
    """A copy with a few bytes changed, and the sums of its headers made right again."""
    data = bytearray(whole)
    for _ in range(chance.choice([1, 2, 8])):
        place = chance.randrange(len(data))
        data[place] = chance.choice([0, 1, 0x7F, 0x80, 0xFF, ord("0"), ord("-"), ord("x")])
        if chance.random() < 0.2:
            del data[place : place + chance.randrange(600)]
            data += b"x"
    for place in range(0, len(data) - 511, 512):
        if data[place + 257 : place + 262] == b"ustar":
            data[place + 148 : place + 156] = b" " * 8
            sum_of = sum(data[place : place + 512])
            data[place + 148 : place + 156] = b"%06o\0 " % (sum_of & 0o777777)
    return bytes(data)
