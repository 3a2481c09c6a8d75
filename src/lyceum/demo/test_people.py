from lyceum.demo.people import ASSISTANTS, LEARNERS, NEIGHBOURS, PEOPLE, TEACHERS
from lyceum.demo.reading import read_courses


def test_forty_people_with_forty_addresses_in_plain_letters():
    addresses = {person.email for person in PEOPLE}
    assert len(PEOPLE) == len(addresses) == 40
    assert all(address.isascii() for address in addresses)


def test_the_roles_are_those_of_a_small_college():
    assert [person.role for person in PEOPLE].count("administrator") == 1
    assert len(TEACHERS) == 3
    assert len(LEARNERS) == 33


def test_chen_is_a_member_who_is_in_no_course_yet():
    chen = next(person for person in LEARNERS if person.name == "Chen Wei")
    assert not chen.habits


def test_every_course_has_learners_and_its_teachers_are_among_the_people():
    names = {person.name for person in (*TEACHERS, *ASSISTANTS, *NEIGHBOURS)}
    for course in read_courses():
        assert {course.head["teacher"], *course.names("assistants")} <= names
        if course.institution == "harbour" and course.head["state"] == "published":
            assert sum(course.head["code"] in person.habits for person in LEARNERS) >= 15
