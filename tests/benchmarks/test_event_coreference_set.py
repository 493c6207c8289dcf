from benchmarks import event_coreference
from benchmarks.sets import without

SEIZED = "Gunmen seized the ferry Alma off Port Sarn. The seizure was the third this year."
VOTE = "Parliament in Norland voted to lower the harbour tax, and a minister resigned."


def mention(text, word, name):
    return {"id": name, "start": text.index(word), "end": text.index(word) + len(word), "text": word}


def test_each_given_word_is_put_into_an_event_of_its_story():
    rows = [
        {"id": "a", "text": SEIZED, "mentions": [mention(SEIZED, "seized", "a.1"), mention(SEIZED, "seizure", "a.2")]},
        {"id": "b", "text": VOTE, "mentions": [mention(VOTE, "voted", "b.1"), mention(VOTE, "resigned", "b.2")]},
    ]
    made = list(event_coreference.predict(rows))
    cluster = {one["id"]: one["cluster"] for row in made for one in row["mentions"]}

    assert [row["id"] for row in made] == ["a", "b"]
    assert cluster.keys() == {"a.1", "a.2", "b.1", "b.2"}
    assert not {cluster["a.1"], cluster["a.2"]} & {cluster["b.1"], cluster["b.2"]}


def test_words_are_looked_for_where_none_are_given():
    (made,) = event_coreference.predict([{"id": "a", "text": SEIZED}])
    assert "seized" in {SEIZED[one["start"] : one["end"]] for one in made["mentions"]}


def test_labels_are_hidden():
    row = {"id": "a", "text": SEIZED, "topic": "t", "mentions": [{**mention(SEIZED, "seized", "m"), "cluster": "c", "tag": "t"}]}
    assert list(without([row], event_coreference.GOLD)) == [
        {"id": "a", "text": SEIZED, "mentions": [mention(SEIZED, "seized", "m")]}
    ]
