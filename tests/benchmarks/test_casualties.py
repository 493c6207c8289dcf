from benchmarks import casualties


def test_a_report_gives_counts_day_and_address():
    text = (
        "Police say two men were shot late Monday in the 300 block of Tarn Road. One of the men, Jo Belmar, 34, died at the "
        "scene. The other man is in stable condition."
    )
    (row,) = casualties.predict([{"id": "a", "date": "2018-03-06", "text": text}])
    assert row == {"id": "a", "killed": 1, "injured": 1, "event_date": "2018-03-05", "address": "300 block of Tarn Road"}


def test_a_report_of_nobody_hurt_gives_zeros_and_the_day_of_publication():
    (row,) = casualties.predict([{"id": "b", "date": "2018-03-06", "text": "A rifle was stolen from a shed."}])
    assert row == {"id": "b", "killed": 0, "injured": 0, "event_date": "2018-03-06", "address": ""}
