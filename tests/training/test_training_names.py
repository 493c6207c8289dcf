import numpy as np

from rashomon.linking.names.features import FEATURES
from training.names import HELD, UNITS, design, fit, tables


def pair(schema, one, other, same):
    return {"schema": schema, "name1": one, "name2": other, "match": same}


def test_a_weight_learns_which_way_its_feature_points():
    told = np.array([[1.0, x] for x in (0, 0.1, 0.2, 0.8, 0.9, 1.0)])
    same = np.array([0, 0, 0, 1, 1, 1.0])
    weights = fit(told, np.zeros(6), same)
    assert weights[1] > 0 > weights[0]


def test_an_offset_is_not_learned_again():
    told, same = np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0])
    free, held = fit(told, np.zeros(4), same), fit(told, np.full(4, 1.0), same)
    assert abs(free[0] - held[0] - 1.0) < 1e-4


def test_held_features_are_said_and_not_learned():
    told, said = design([pair("Company", "Orlik AG", "Orlik GmbH", False), pair("Person", "Omar Hadi", "Omar Hadi", True)])
    column = 1 + [feature.__name__ for feature in FEATURES].index("legal_forms")
    assert told.shape == (2, 2 * (len(FEATURES) + 1))
    assert (said[0], said[1]) == (HELD["legal_forms"], 0.0)
    assert told[0, column] == told[0, column + len(FEATURES) + 1] == 0.0


def test_companies_get_their_difference_and_units_their_numbers():
    width = 2 * (len(FEATURES) + 1)
    found = tables([1.0] * width)
    assert found["person"]["agreement"] == 1.0
    assert found["company"]["agreement"] == 2.0
    assert found["organisation"]["numbers"] == UNITS["numbers"] != found["company"]["numbers"]
    assert found["person"]["descent"] == found["vessel"]["descent"] == HELD["descent"]
