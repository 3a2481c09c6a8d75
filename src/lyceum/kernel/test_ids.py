from lyceum.kernel.ids import uuid7


def test_ids_are_version_7_and_sort_by_time():
    made = [uuid7() for _ in range(1000)]
    assert {one.version for one in made} == {7}
    assert made == sorted(made)
    assert len(set(made)) == 1000
