"""A page of rich text."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.kinds.protocol import Exported
from lyceum.core.courses.models import CourseFile, Item, Page
from lyceum.core.courses.rules import file_ids_in, replace_file_ids
from lyceum.kernel import clock
from lyceum.kernel.markup import clean_html


class PageForm(forms.Form):
    """A page asks for nothing beside its title; its text is written in the editor."""


class PageKind:
    """Rich text with images, math, tables and embeds."""

    name = "page"
    label = _("Page")
    icon = "file-text"
    form = PageForm
    completions = ("viewed", "marked", "time", "none")
    template = "course/kinds/page.html"
    reports_grade = False
    can_be_added = True

    def initial(self, item: Item) -> dict[str, Any]:
        return {}

    def write(self, item: Item, data: Mapping[str, Any], *, by: Any) -> None:
        page, _new = Page.objects.get_or_create(item=item)
        if "body" in data:
            page.body = clean_html(data["body"])
            page.revision += 1
            page.edited_at, page.edited_by = clock.now(), by
            page.save()

    def content(self, item: Item) -> dict[str, Any]:
        return {"page": item.page}

    def copy(self, source: Item, target: Item) -> None:
        body = source.page.body
        if source.course_id != target.course_id:
            body = self._with_own_files(body, source, target)
        Page.objects.create(item=target, body=body, revision=1)

    def _with_own_files(self, body: str, source: Item, target: Item) -> str:
        """Give the other course rows of its own for the files that the text shows."""
        renamed = {}
        for file in CourseFile.objects.filter(course=source.course, pk__in=file_ids_in(body)):
            twin, _new = CourseFile.objects.get_or_create(
                course=target.course, file=file.file, path=file.path
            )
            renamed[str(file.pk)] = str(twin.pk)
        return replace_file_ids(body, renamed)

    def export(self, item: Item) -> Exported:
        files = CourseFile.objects.filter(
            course=item.course, pk__in=file_ids_in(item.page.body)
        ).select_related("file")
        return Exported({"body": item.page.body}, {str(file.pk): file for file in files})

    def restore(self, item: Item, exported: Exported) -> None:
        names = {old: str(file.pk) for old, file in exported.files.items()}
        body = replace_file_ids(exported.data["body"], names)
        Page.objects.create(item=item, body=clean_html(body), revision=1)
