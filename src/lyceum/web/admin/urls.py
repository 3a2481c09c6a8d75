"""Routes of those who administer the institution, and of founding the first one."""

from django.urls import path

from lyceum.web.admin import (
    audit,
    brand,
    cancellation,
    courses,
    first_run,
    health,
    invitations,
    jobs,
    people,
    person,
    retry,
    role,
    suspension,
    withdrawal,
)

app_name = "admin"
urlpatterns = [
    path("people", people.people, name="people"),
    path("people/<uuid:person_id>", person.person, name="person"),
    path("people/<uuid:person_id>/role", role.role, name="role"),
    path("people/<uuid:person_id>/suspension", suspension.suspension, name="suspension"),
    path("invitations", invitations.invitations, name="invitations"),
    path("invitations/<uuid:invitation_id>/end", withdrawal.withdrawal, name="withdrawal"),
    path("courses", courses.courses, name="courses"),
    path("brand", brand.brand, name="brand"),
    path("jobs", jobs.jobs, name="jobs"),
    path("jobs/<uuid:job_id>/cancellation", cancellation.cancellation, name="cancellation"),
    path("audit", audit.audit, name="audit"),
    path("health", health.health, name="health"),
    path("retry", retry.retry, name="retry"),
    path("first-run", first_run.first_run, name="first_run"),
]
