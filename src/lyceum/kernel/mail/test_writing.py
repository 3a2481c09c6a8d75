import pytest
from django.core import mail as django_mail

from lyceum.kernel.mail.writing import NoSubject, clean_mail_html, one_line, write_mail


def test_a_mail_is_written_in_the_language_of_its_reader(templates):
    template = templates("Subject: {% trans 'Yes' %}, {{ name }}\n\n{% trans 'No' %}\n")
    written = write_mail(template, {"name": "Amina"}, "es")
    assert (written.subject, written.text, written.html) == ("Sí, Amina", "No\n", "")


def test_names_are_literal_in_text_and_escaped_in_html(templates):
    template = templates("Subject: Hello {{ name }}\n\nHello {{ name }}", "<p>Hello {{ name }}</p>")
    written = write_mail(template, {"name": "<b>O'Neil</b> {{7*7}} & Sons"}, "en")
    assert written.subject == "Hello <b>O'Neil</b> {{7*7}} & Sons"
    assert written.text == "Hello <b>O'Neil</b> {{7*7}} & Sons\n"
    assert "&lt;b&gt;O'Neil&lt;/b&gt; {{7*7}} &amp; Sons" in written.html.replace("&#x27;", "'")


def test_html_says_its_language_and_direction(templates):
    template = templates("Subject: x\n\nx", "<p>x</p>")
    assert '<html lang="ar" dir="rtl">' in write_mail(template, {}, "ar").html


def test_security_45_style_sheets_scripts_and_remote_images_are_stripped():
    dirty = (
        "<style>@import 'http://e/x.css'</style><script>x()</script>"
        '<img src="http://e/pixel.gif"><p style="color:red;background:url(http://e/y)">Hi</p>'
        '<a href="javascript:x()" onclick="x()">a</a><form><input></form>'
    )
    cleaned = clean_mail_html(dirty)
    assert cleaned == '<p style="color:red">Hi</p><a rel="noopener noreferrer">a</a>'


def test_a_template_without_subject_is_a_mistake(templates):
    with pytest.raises(NoSubject, match="Subject"):
        write_mail(templates("Hello"), {}, "en")


@pytest.mark.parametrize("break_", ["\n", "\r", "\r\n", "\x00", "\u2028", "\x0b", "\x85"])
def test_a_name_cannot_add_a_header(break_):
    line = one_line(f"Hello{break_}Bcc: all@harbour.test")
    assert line == "Hello Bcc: all@harbour.test"
    message = django_mail.EmailMessage(line, "x", "a@harbour.test", ["b@harbour.test"])
    assert message.message()["Bcc"] is None


def test_a_long_subject_is_cut():
    assert len(one_line("😀" * 1000)) == 200
