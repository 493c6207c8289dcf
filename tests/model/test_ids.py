from rashomon.model.ids import content_id


def test_the_same_content_has_the_same_id_on_every_machine():
    assert content_id("art", "page", 7) == "art-13d5c11f63a8825c"


def test_parts_do_not_run_into_each_other():
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_not_stated_is_not_empty():
    assert content_id("x", None) != content_id("x", "")


def test_equal_numbers_of_other_kinds_are_other_parts_whatever_was_asked_before():
    ids = [content_id("x", part) for part in (1, 1.0, True, "1")]
    assert len(set(ids)) == 3
    assert ids[0] == ids[3]
