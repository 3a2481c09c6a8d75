"""Routes of a course, under the object they hang from."""

from django.urls import path

from lyceum.web.course import (
    archival,
    deleted,
    completion,
    copy,
    cover,
    creation,
    draft,
    enrolment,
    file,
    invitation,
    item,
    item_archival,
    item_copy,
    item_creation,
    item_position,
    item_publication,
    item_settings,
    module,
    module_archival,
    module_copy,
    module_position,
    outline,
    people,
    place,
    progress,
    publication,
    settings,
    text,
    upload,
)

app_name = "course"
COURSE = "courses/<uuid:course_id>"
MODULE = "modules/<uuid:module_id>"
ITEM = "items/<uuid:item_id>"

urlpatterns = [
    path("courses/new", creation.creation, name="creation"),
    path(COURSE, outline.outline, name="outline"),
    path(f"{COURSE}/settings", settings.settings, name="settings"),
    path(f"{COURSE}/publication", publication.publication, name="publication"),
    path(f"{COURSE}/archival", archival.archival, name="archival"),
    path(f"{COURSE}/copy", copy.copy, name="copy"),
    path(f"{COURSE}/cover", cover.cover, name="cover"),
    path(f"{COURSE}/deleted", deleted.deleted, name="deleted"),
    path(f"{COURSE}/people", people.people, name="people"),
    path(f"{COURSE}/invitation", invitation.invitation, name="invitation"),
    path(f"{COURSE}/progress", progress.progress, name="progress"),
    path(f"{COURSE}/files", upload.upload, name="upload"),
    path(f"{COURSE}/modules", module.new_module, name="module_creation"),
    path("enrolments/<uuid:enrolment_id>", enrolment.enrolment, name="enrolment"),
    path(MODULE, module.module, name="module"),
    path(f"{MODULE}/position", module_position.module_position, name="module_position"),
    path(f"{MODULE}/archival", module_archival.module_archival, name="module_archival"),
    path(f"{MODULE}/copy", module_copy.module_copy, name="module_copy"),
    path(f"{MODULE}/items/<slug:kind>", item_creation.item_creation, name="item_creation"),
    path(ITEM, item.item, name="item"),
    path(f"{ITEM}/text", text.text, name="text"),
    path(f"{ITEM}/draft", draft.draft, name="draft"),
    path(f"{ITEM}/settings", item_settings.item_settings, name="item_settings"),
    path(f"{ITEM}/publication", item_publication.item_publication, name="item_publication"),
    path(f"{ITEM}/position", item_position.item_position, name="item_position"),
    path(f"{ITEM}/archival", item_archival.item_archival, name="item_archival"),
    path(f"{ITEM}/copy", item_copy.item_copy, name="item_copy"),
    path(f"{ITEM}/completion", completion.completion, name="completion"),
    path(f"{ITEM}/place", place.place, name="place"),
    path("files/<uuid:file_id>", file.file, name="file"),
    path("files/<uuid:file_id>/<str:name>", file.file, name="named_file"),
]
