from rashomon.extraction.harm_names import full_names, names_alone, surnames


def _names(text):
    return [text[start:end] for start, end, _ in full_names(text, (0, len(text)))]


def test_names_of_persons_are_found_by_their_form():
    assert _names("Late on, Ann Belmar and Musa al-Tarn ran.") == ["Ann Belmar", "Musa al-Tarn"]


def test_names_of_places_are_left_out():
    assert _names("It was on Elm Street in Port Belmar, near Tarn County Hospital.") == []


def test_a_suffix_is_no_last_name():
    text = "Jo Tarn Jr. ran."
    assert surnames(text, [(0, len(text))]) == {"tarn"}


def test_a_road_that_is_named_like_a_person_is_none():
    text = "Tarn was seen on Tarn Street."
    assert [start for start, _, _ in names_alone(text, (0, len(text)), frozenset({"tarn"}))] == [0]
