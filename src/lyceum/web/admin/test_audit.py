from django.urls import reverse

AUDIT = "/institution/audit"


def test_an_administrator_sees_who_was_refused_what(cast, sign_in):
    settings = reverse("course:settings", args=[cast.course.pk])
    assert sign_in(cast.amina).get(settings).status_code == 403
    page = sign_in(cast.ruth).get(AUDIT).content.decode()
    for words in ("Amina Diallo", "Not allowed", settings, "127.0.0.1"):
        assert words in page


def test_when_nobody_was_refused_anything_it_says_so(cast, sign_in):
    assert "Nobody was refused anything" in sign_in(cast.ruth).get(AUDIT).content.decode()


def test_another_institution_sees_nothing_of_it(cast, sign_in):
    sign_in(cast.amina).get(reverse("course:settings", args=[cast.course.pk]))
    assert "Amina" not in sign_in(cast.olga).get(AUDIT).content.decode()


def test_the_list_costs_a_constant_number_of_queries(cast, sign_in, django_assert_max_num_queries):
    for person in (cast.amina, cast.bruno, cast.mira):
        sign_in(person).get(reverse("course:settings", args=[cast.course.pk]))
    ruth = sign_in(cast.ruth)
    with django_assert_max_num_queries(8):
        ruth.get(AUDIT)


def test_the_wrong_people_do_not_see_it(cast, sign_in):
    for person in (cast.amina, cast.kofi):
        assert sign_in(person).get(AUDIT).status_code == 403
