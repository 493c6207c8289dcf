"""Stories: dated and undated documents in, one cluster for each out."""

import pytest

from benchmarks.story_clustering import predict

TEXTS = {
    "a": "Watchman Idris Wafi, 41, died when a fire took the grain store at 14 Harbour Road in Port Sena.",
    "b": "Police in Port Sena say Idris Wafi, 41, was killed by the fire in the grain store at 14 Harbour Road.",
    "c": "Carpenter Salim Dar, 60, died when a fire took a boat shed at 9 Mill Lane in Lower Karsh.",
}


@pytest.mark.parametrize("more", [{}, {"title": "Fire kills man", "date": "2031-03-04", "url": "https://example.org/1"}])
def test_two_tellings_of_one_fire_stand_together_and_another_fire_alone(more):
    found = {row["id"]: row["cluster"] for row in predict({"id": key, "text": text, **more} for key, text in TEXTS.items())}
    assert found["a"] == found["b"] != found["c"]
