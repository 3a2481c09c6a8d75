import pytest

from lyceum.kernel.files.names import ending_of, safe_name


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("photo.png", "photo.png"),
        ("x.pht", "x.pht"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\tides.pdf", "tides.pdf"),
        ("x.png\0.html", "x.png.html"),
        ("x.png%00.html", "x.png_.html"),
        ("100%25.txt", "100%25.txt"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("a\r\nSet-Cookie: b=c.txt", "aSet-Cookie: b=c.txt"),
        ("  two   words .txt ", "two words .txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("\ud800.txt", "?.txt"),
        ("", "file"),
        ("..", "file"),
        ("\0", "file"),
        (".htaccess", ".htaccess"),
        ("海洋.pdf", "海洋.pdf"),
    ],
)
def test_security_61_a_name_is_made_safe_to_show_and_to_send(raw, safe):
    assert safe_name(raw) == safe
    assert safe_name(safe) == safe


def test_a_long_name_keeps_its_ending():
    assert safe_name("x" * 500 + ".pdf") == "x" * 196 + ".pdf"
    assert len(safe_name("x." + "y" * 500)) <= 200
    assert len(safe_name("y" * 500)) == 200


def test_the_ending_is_in_lower_case():
    assert ending_of("A.PDF") == "pdf"
    assert ending_of("plain") == ending_of(".htaccess") == ""
