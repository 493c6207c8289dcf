from benchmarks import geoparsing


def test_places_stand_where_the_record_has_them_with_coordinates() -> None:
    text = "Flooding hit Dayton, Ohio, and Turkish envoys in Geneva."
    (made,) = geoparsing.predict([{"id": "a", "title": "Flooding", "url": "http://news.example/a", "text": text}])
    assert [text[one["start"] : one["end"]] for one in made["toponyms"]] == ["Dayton", "Ohio", "Turkish", "Geneva"]
    dayton = made["toponyms"][0]
    assert (round(dayton["lat"]), round(dayton["lon"])) == (40, -84)


def test_encyclopedic_news_has_no_adjectives_marked() -> None:
    text = "Turkish envoys met in Geneva."
    (made,) = geoparsing.predict([{"id": "b", "title": None, "text": text}])
    assert [text[one["start"] : one["end"]] for one in made["toponyms"]] == ["Geneva"]


def test_every_record_has_a_prediction() -> None:
    made = list(geoparsing.predict([{"id": "c", "text": ""}, {"id": "d", "text": ""}]))
    assert made == [{"id": "c", "toponyms": []}, {"id": "d", "toponyms": []}]
