"""Dead, says the one; alive, says the other."""

import pytest

DAR = "[Qasim Sulaymani Dar|PER|dar]"


def deaths(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if clash.topic.startswith("whether Qasim")]


def killed(write, text=f"[The army|FORCE|army] of [Aland|GPE|aland] said it had killed {DAR} in a raid.", **more):
    made = write(text, outlet="Coast Times", published="2031-03-04")
    made.event("killed", "killing", "alleged", by="aland", patient="dar", **more)
    return made


def test_a_denial_of_a_death_contradicts_it(linked, write):
    other = write(f"[Red Front|GROUP|red] denies that {DAR} was killed.", outlet="Dune Post", published="2031-03-05")
    other.claim("Qasim Sulaymani Dar was killed", "red", "denies")
    first = killed(write)
    (clash,) = deaths(linked, first, other)
    assert (str(clash.kind), str(clash.severity)) == ("denial", "contradiction")
    assert [(p.source, p.says) for p in clash.positions] == [
        ("Aland", "Qasim Sulaymani Dar was killed"),
        ("Red Front", "Qasim Sulaymani Dar was not killed"),
    ]
    assert clash.event_id == next(event.id for event in linked(first, other).events if first.accounts[0].id in event.accounts)


@pytest.mark.parametrize(
    "sign",
    [
        f"{DAR} appeared in a new video on Sunday.",
        f"{DAR} is alive and leads his men, villagers told us.",
        f"{DAR} survived the raid.",
    ],
)
def test_a_sign_of_life_contradicts_a_death(linked, write, sign):
    assert len(deaths(linked, killed(write), write(sign, outlet="Dune Post", published="2031-03-20"))) == 1


@pytest.mark.parametrize(
    "other",
    [
        f"{DAR} was buried in his village.",
        f"Mourners carried pictures of {DAR}. His brother is alive.",
        "[Umar Bakri|PER|umar] appeared in a new video on Sunday.",
    ],
)
def test_what_is_no_sign_of_life(linked, write, other):
    assert deaths(linked, killed(write), write(other, outlet="Dune Post", published="2031-03-20")) == []


def test_a_statement_that_is_taken_back_is_no_denial(linked, write):
    other = write(f"[Aland|GPE|aland] withdrew its report that {DAR} was killed.", outlet="Dune Post")
    claim = other.claim("Qasim Sulaymani Dar was killed", "aland", "denies")
    other.claims[-1] = claim.__class__(claim.source, claim.stance, claim.content, cue=other.span("withdrew"))
    assert deaths(linked, killed(write), other) == []
