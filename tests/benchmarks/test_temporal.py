from benchmarks.temporal import DEV, GOLD, predict

ROWS = [
    {"id": "a", "dct": "2016-11-26T10:00", "title": None, "text": "\nThey met on Wednesday for two days.\n"},
    {"id": "b", "dct": None, "title": None, "text": "They met on Wednesday."},
]


def test_each_record_gives_its_expressions_with_offsets_in_the_whole_text():
    first, second = predict(ROWS)
    assert [(ROWS[0]["text"][one["start"] : one["end"]], one["type"], one["value"]) for one in first["timexes"]] == [
        ("Wednesday", "DATE", "2016-11-23"),
        ("two days", "DURATION", "P2D"),
    ]
    assert [one["value"] for one in second["timexes"]] == [None]


def test_labels_are_named_and_the_development_file_lies_in_the_folder_of_the_module():
    assert GOLD == ("timexes", "events")
    assert DEV == "bench/temporal/dev.jsonl"
