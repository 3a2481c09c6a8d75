"""`bin/lyceum import course`: what it prints, and its exit codes."""

import json
import subprocess
import sys

import pytest
from django.core.management import call_command

from lyceum.core.courses.models import Course, Module
from lyceum.core.enrolment.models import Enrolment


@pytest.fixture
def package(workshop, tmp_path):
    path = tmp_path / "tides.imscc"
    path.write_bytes(workshop.one_page('<p><a href="gone.html">Ebb</a></p>').read())
    return str(path)


def run(*words):
    call_command("import", "course", "--institution", "harbour.test", *words)


def refused(capsys, *words):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    return said.err


def test_a_package_becomes_a_course_of_the_first_administrator(cast, package, capsys):
    run(package)
    course = Course.objects.get(title="Tides")
    assert Enrolment.objects.get(course=course).person == cast.ruth
    said = capsys.readouterr().out
    assert f"({course.pk})" in said
    assert "gone.html" in said


def test_as_json_the_report_can_be_read_by_machines(cast, package, capsys):
    run(package, "--json", "--as", "kofi@harbour.test")
    told = json.loads(capsys.readouterr().out)
    assert Course.objects.get(pk=told["course_id"]).title == "Tides"
    assert told["counts"]["imported"] == {"module": 1, "page": 1}
    assert told["approximated"][0]["kind"] == "link"


def test_a_dry_run_says_so_and_writes_nothing(cast, package, capsys):
    run(package, "--dry-run")
    assert "nothing was written" in capsys.readouterr().out
    assert not Course.objects.filter(title="Tides").exists()


def test_into_a_course_by_its_code_or_its_id(cast, package):
    run(package, "--into", "OCE-101")
    run(package, "--into", str(cast.course.pk), "--as", "kofi@harbour.test")
    titles = [module.title for module in Module.objects.filter(course=cast.course)]
    assert titles == ["Tides", "Sea", "Sea"]


def test_a_refusal_is_one_sentence_and_exit_code_2(cast, tmp_path, capsys):
    broken = tmp_path / "broken.imscc"
    broken.write_bytes(b"no zip")
    assert "not a zip" in refused(capsys, str(broken))
    assert "cannot be read" in refused(capsys, str(tmp_path / "absent.imscc"))


def test_what_is_not_there_is_said(cast, package, capsys):
    assert "no course XYZ" in refused(capsys, package, "--into", "XYZ")
    assert "--as" in refused(capsys, package, "--as", "nobody@harbour.test")
    assert "institution" in refused(capsys, package, "--institution", "nowhere.test")


def test_a_learner_may_not_import(cast, package, capsys):
    assert "Amina Diallo" in refused(capsys, package, "--as", "amina@harbour.test")


def test_with_several_institutions_one_has_to_be_named(cast, package, capsys):
    with pytest.raises(SystemExit):
        call_command("import", "course", package)
    assert "northgate.test" in capsys.readouterr().err


def test_an_institution_without_a_host_is_named_by_its_name(cast, package, capsys):
    cast.harbour.host = None
    cast.harbour.save()
    with pytest.raises(SystemExit):
        call_command("import", "course", package)
    assert '"Harbour College"' in capsys.readouterr().err
    call_command("import", "course", "--institution", "Harbour College", package)
    assert "Imported" in capsys.readouterr().out


KILLED = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from lyceum.core.courses.models import Course, Item, Module
from lyceum.core.people.actions import found_institution
from lyceum.interop.cartridge.actions import import_cartridge
from lyceum.kernel import tenancy
from lyceum.kernel.files import StoredFile

def die(done, total, note):
    if total and done == total:
        os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[1] == "import":
    call_command("migrate", verbosity=0)
    ruth = found_institution(name="Harbour", host="harbour.test", administrator_name="Ruth Okafor",
                             email="ruth@harbour.test", password="harbour-lights-1848")
    with tenancy.using(ruth.institution_id), Path(sys.argv[2]).open("rb") as stream:
        import_cartridge(stream, by=ruth, tell=die)
else:
    with tenancy.everywhere():
        print([model.objects.count() for model in (Course, Module, Item, StoredFile)])
"""


def test_a_process_killed_inside_the_import_leaves_nothing(package, tmp_path):
    def run_apart(*words):
        settings = {
            "DJANGO_SETTINGS_MODULE": "lyceum.config.settings",
            "LYCEUM_HOME": str(tmp_path / "home"),
            "LYCEUM_LOG_LEVEL": "ERROR",
            "PYTHONPATH": ":".join(sys.path),
        }
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", KILLED, *words],
            env=settings,
            capture_output=True,
            text=True,
            timeout=120,
        )

    killed = run_apart("import", package)
    assert killed.returncode == -9, killed.stderr
    assert run_apart("count").stdout.strip() == "[0, 0, 0, 0]"
