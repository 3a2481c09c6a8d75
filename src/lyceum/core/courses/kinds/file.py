"""A file to read or to take along."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.kinds.protocol import Exported
from lyceum.core.courses.models import CourseFile, FileContent, Item
from lyceum.kernel.files import keep_file


class FileForm(forms.Form):
    """The file itself; left empty on an edit, the file stays."""

    upload = forms.FileField(label=_("File"), required=False)


class FileKind:
    """One file, shown in place where a browser can, else offered for download."""

    name = "file"
    label = _("File")
    icon = "paperclip"
    form = FileForm
    completions = ("viewed", "marked", "none")
    template = "course/kinds/file.html"
    reports_grade = False
    can_be_added = True

    def initial(self, item: Item) -> dict[str, Any]:
        return {}

    def write(self, item: Item, data: Mapping[str, Any], *, by: Any) -> None:
        content, _new = FileContent.objects.get_or_create(item=item)
        upload, known = data.get("upload"), data.get("file")
        if upload:
            kept = keep_file(upload, name=upload.name, by_id=by.pk)
            known = CourseFile.objects.create(course=item.course, file=kept, path=kept.name)
        if known:
            content.file = known
            content.save()

    def content(self, item: Item) -> dict[str, Any]:
        content = FileContent.objects.select_related("file__file").filter(item=item).first()
        return {"course_file": content.file if content else None}

    def copy(self, source: Item, target: Item) -> None:
        self.restore(target, self.export(source))

    def export(self, item: Item) -> Exported:
        file = self.content(item)["course_file"]
        return Exported({"file": "file"}, {"file": file} if file else {})

    def restore(self, item: Item, exported: Exported) -> None:
        file = exported.files.get("file")
        if file and file.course_id != item.course_id:
            file = CourseFile.objects.create(course=item.course, file=file.file, path=file.path)
        FileContent.objects.create(item=item, file=file)
