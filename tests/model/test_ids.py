from rashomon.model.ids import content_id


def test_the_same_content_has_the_same_id_on_every_machine():
    assert content_id("art", "page", 7) == "art-13d5c11f63a8825c"


def test_parts_do_not_run_into_each_other():
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_not_stated_is_not_empty():
    assert content_id("x", None) != content_id("x", "")
