"""Sources that a text itself sets against each other."""


def told(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("whether it is so")]


def sided(write, link_words):
    text = (
        "[Aland|GPE|aland] said its envoy had urged the militias to attack the port. "
        "[Red Front|GROUP|red] said the envoy had asked the militias for restraint. "
        f"{link_words}"
    )
    made = write(text)
    made.claim("its envoy had urged the militias to attack the port", "aland")
    made.claim("the envoy had asked the militias for restraint", "red")
    return made


def test_what_a_text_calls_the_opposite_is_shown_with_both_sides_words(linked, write):
    made = sided(write, "What [Aland|GPE|aland] says is the exact opposite of what [Red Front|GROUP|red] says.")
    (clash,) = told(linked, made)
    words = [made.article.text[position.start : position.end] for position in clash.positions]
    assert words == ["its envoy had urged the militias to attack the port", "the envoy had asked the militias for restraint"]
    assert "exact opposite of" in clash.reasons[0].text


def test_two_who_are_only_named_together_do_not_contradict(linked, write):
    assert told(linked, sided(write, "[Aland|GPE|aland] and [Red Front|GROUP|red] met.")) == []


def test_a_contradiction_with_somebody_who_says_nothing_here_has_no_sides(linked, write):
    assert told(linked, sided(write, "[Aland|GPE|aland] contradicts [Bland army|FORCE|bland].")) == []
