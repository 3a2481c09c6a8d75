import pytest

from lyceum.web.admin.lines import MOST_LINES, TooManyLines, mark_present, read_lines, text_of

ROLES = {"member": "member", "teacher": "teacher", "docente": "teacher"}


def read(text):
    return [
        (line.number, line.email, line.name, line.role, line.problem)
        for line in read_lines(text, ROLES, otherwise="member")
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_line_is_address_name_role_whatever_parts_them(mark):
    text = mark.join(["Zoe@Example.org", "Zoe Marsh", "Teacher"])
    assert read(text) == [(1, "zoe@example.org", "Zoe Marsh", "teacher", "")]


def test_an_address_alone_is_enough():
    assert read("zoe@example.org") == [(1, "zoe@example.org", "", "member", "")]


def test_a_heading_orders_the_columns():
    assert read("Name,Role,E-mail\nZoe,docente,zoe@example.org") == [
        (2, "zoe@example.org", "Zoe", "teacher", "")
    ]


def test_quoted_names_keep_their_commas_and_empty_lines_are_passed_over():
    assert read('\nzoe@example.org,"Marsh, Zoe"\n\n,,\n') == [
        (2, "zoe@example.org", "Marsh, Zoe", "member", "")
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("zoe", "address"),
        ("zoe@", "address"),
        ("=HYPERLINK(1)@example.org", "address"),
        ("a@b.org\x00\x00,x,boss", "role"),
        ("zoe@example.org,Zoe,boss", "role"),
        (f"zoe@example.org,{'x' * 121}", "name"),
        (f"{'x' * 250}@example.org", "address"),
        ("<script>@example.org", "address"),
    ],
)
def test_what_is_wrong_is_named(line, problem):
    assert read(line)[0][4] == problem


def test_the_second_of_two_is_marked():
    assert [row[4] for row in read("a@b.org\nA@B.org")] == ["", "twice"]


def test_who_is_here_is_marked():
    lines = read_lines("a@b.org\nc@d.org", ROLES, otherwise="member")
    marked = mark_present(lines, frozenset({"c@d.org"}))
    assert [line.problem for line in marked] == ["", "here"]


def test_a_list_has_an_end():
    text = "\n".join(f"p{n}@example.org" for n in range(MOST_LINES))
    assert len(read(text)) == MOST_LINES
    with pytest.raises(TooManyLines):
        read(text + "\nlast@example.org")


def test_spreadsheets_of_windows_are_read():
    assert text_of("Zoë;é".encode("cp1252")) == "Zoë;é"
    assert text_of("\ufeffZoë".encode()) == "Zoë"
    assert text_of(b"\xff\xfe\x00") != ""
