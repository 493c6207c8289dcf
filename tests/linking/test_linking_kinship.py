"""How likely two articles tell one story."""

import numpy as np
import pytest

from rashomon.linking.stories.gists import gist
from rashomon.linking.stories.kinship import WEIGHTS, Kinships
from rashomon.model.sources import Article

FIRE = "A fire at the grain store on 14 Harbour Road in Port Sena killed the watchman Idris Wafi, 41, late on Tuesday."
FIRE_AGAIN = "Idris Wafi, 41, died when the grain store of Port Sena burned; Harbour Road stays closed."
OTHER_FIRE = "A fire at a boat shed on 9 Mill Lane in Lower Karsh killed the carpenter Salim Dar, 60, late on Friday."
FILL = [f"Clerk number {n} sold ticket {n} in the hall of village {n}." for n in range(12)]


def kinships(*drafts):
    texts = [draft if isinstance(draft, tuple) else (draft, "2031-03-04") for draft in (*drafts, *FILL)]
    return Kinships([gist(Article(f"c{n}", 0, 0, len(text), text, published=day)) for n, (text, day) in enumerate(texts)])


def named(found):
    return {reason.feature: reason for reason in found.reasons}


def test_two_tellings_are_likelier_one_story_than_two_like_incidents():
    found = kinships(FIRE, FIRE_AGAIN, OTHER_FIRE)
    same, other = found.likelihood(0, np.array([1, 2]))
    assert same > 0.5 > other


def test_time_between_two_articles_speaks_against_them():
    near, far = (kinships((FIRE, "2031-03-04"), (FIRE_AGAIN, day)).between(0, 1) for day in ("2031-03-05", "2031-09-05"))
    assert near.score > far.score
    assert "soon" in named(near)
    assert {"days_apart", "long_apart"} <= named(far).keys()


def test_an_unknown_day_says_nothing():
    found = named(kinships((FIRE, None), (FIRE_AGAIN, "2031-09-05")).between(0, 1))
    assert not {"soon", "days_apart", "long_apart"} & found.keys()


def test_reasons_name_what_is_in_both_and_what_is_not():
    same, other = (named(kinships(FIRE, text).between(0, 1)) for text in (FIRE_AGAIN, OTHER_FIRE))
    assert {"same_names", "same_ages", "same_streets"} <= same.keys()
    assert {"other_ages", "other_streets"} <= other.keys()
    assert same["same_ages"].text == "100% of the ages are in both"
    assert same["same_ages"].score > 0 > other["other_ages"].score


def test_likelihood_is_the_same_from_both_sides_and_with_reasons():
    found = kinships(FIRE, FIRE_AGAIN)
    assert found.likelihood(0, np.array([1]))[0] == pytest.approx(found.likelihood(1, np.array([0]))[0])
    assert found.between(0, 1).score == pytest.approx(found.likelihood(0, np.array([1]))[0], abs=1e-4)


def test_there_is_a_weight_for_each_feature():
    assert kinships(FIRE, FIRE_AGAIN).features(0, np.array([1, 2])).shape == (2, len(WEIGHTS))
