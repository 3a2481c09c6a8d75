import pytest

from lyceum.config.house import originals as reading
from lyceum.config.house.originals import originals


@pytest.fixture
def found(tmp_path, monkeypatch):
    def read(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        monkeypatch.setattr(reading, "name_of", lambda path: path.name)
        return {(m.context, m.id) for m in originals([path]) if m.id}

    return read


PYTHON = """
from django.utils.translation import gettext as _, ngettext, npgettext, pgettext
from django.utils.translation import gettext_lazy as lazy

_("Home")
label = lazy("Time zone")
_("Two lines, "
  "one sentence")
ngettext("%(n)s day", "%(n)s days", count) % {"n": count}
pgettext("verb", "Open")
npgettext("hours", "%d open", "%d open", count)
_(name)
"""


def test_python_is_read_with_plurals_contexts_and_other_names(found):
    assert found("words.py", PYTHON) == {
        (None, "Home"),
        (None, "Time zone"),
        (None, "Two lines, one sentence"),
        (None, ("%(n)s day", "%(n)s days")),
        ("verb", "Open"),
        ("hours", ("%d open", "%d open")),
    }


def test_a_function_that_only_shares_its_name_is_passed_by(found):
    assert found("words.py", "from gettext import gettext as _\n_('Home')\n") == set()


TEMPLATES = {
    "{% trans 'Home' %}": (None, "Home"),
    '{% translate "Open" context "verb" %}': ("verb", "Open"),
    '{% trans "Deleted" as word %}': (None, "Deleted"),
    '{{ name|default:_("Nobody") }}': (None, "Nobody"),
    "{% blocktrans with n=name %}Hello {{ n }}{% endblocktrans %}": (None, "Hello %(n)s"),
    "{% blocktrans %}{{ n }} % done{% endblocktrans %}": (None, "%(n)s %% done"),
    "{% blocktrans trimmed %}\n  One\n  line\n{% endblocktrans %}": (None, "One line"),
    "{% blocktrans count n=all %}{{ n }} day{% plural %}{{ n }} days{% endblocktrans %}": (
        None,
        ("%(n)s day", "%(n)s days"),
    ),
    "{% blocktranslate context 'verb' %}Open{% endblocktranslate %}": ("verb", "Open"),
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_read_whatever_its_indentation(found, template):
    text = f"{{% load i18n %}}\n    <p>It's\n  {template}\n </p>\n"
    assert found("page.html", text) == {TEMPLATES[template]}


def test_a_note_for_translators_comes_along(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "name_of", lambda path: path.name)
    path = tmp_path / "page.html"
    path.write_text("{# Translators: a button #}\n{% trans 'Open' %}\n")
    (message,) = [message for message in originals([path]) if message.id]
    assert message.auto_comments == ["Translators: a button"]
    assert message.locations == [("page.html", 0)]
