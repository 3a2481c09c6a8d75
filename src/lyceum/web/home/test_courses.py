from django.urls import reverse


def test_everybody_sees_their_own_courses(cast, sign_in, django_assert_max_num_queries):
    for person, shown in ((cast.amina, True), (cast.kofi, True), (cast.chen, False)):
        client = sign_in(person)
        with django_assert_max_num_queries(8):
            page = client.get(reverse("home:courses")).content.decode()
        assert ("Oceans and coasts" in page) is shown


def test_the_courses_of_another_institution_stay_there(cast, sign_in):
    page = sign_in(cast.olga).get(reverse("home:courses")).content.decode()
    assert "Oceans" not in page
