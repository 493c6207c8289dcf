import json
import time

import pytest
from reader_pages import AMBUSH, CURFEW, kinds, page
from reader_samples import CHANNEL_PAGE

from rashomon.model.errors import UnreadableSourceError


def message(number: int, text: object, **more: object) -> dict[str, object]:
    return {"id": number, "type": "message", "date": "2031-03-12T23:59:00", "from": "Sable Channel", "text": text, **more}


def export(*messages: object, **more: object) -> str:
    return json.dumps(
        {"name": "Sable Channel", "type": "public_channel", "id": 9, "messages": messages, **more}, ensure_ascii=False
    )


def test_a_message_is_an_article():
    (article,) = page(export(message(7, AMBUSH)), "result.json").articles
    assert (article.text, article.title, article.published, article.outlet, article.url) == (
        AMBUSH,
        None,
        "2031-03-12",
        "Sable Channel",
        None,
    )


def test_text_in_pieces_and_a_headline():
    pieces = [{"type": "bold", "text": "Convoy hit near Tolma"}, "\n\n", AMBUSH, {"type": "hashtag", "text": " #tolma"}]
    made = page(export(message(7, pieces)), "result.json")
    assert kinds(made) == [("title", "Convoy hit near Tolma"), ("body", f"{AMBUSH} #tolma")]


def test_forwards_and_addresses():
    text = export(message(7, CURFEW, forwarded_from="Radio Varna"), username="sable_channel")
    (article,) = page(text, "result.json").articles
    assert (article.forwarded_from, article.url) == ("Radio Varna", "https://t.me/sable_channel/7")


def test_what_is_left_out_is_counted():
    made = page(
        export(
            {"id": 1, "type": "service", "action": "pin_message"},
            message(2, ""),
            message(3, AMBUSH, edited="2031-03-13T00:00:00"),
            "odd",
        ),
        "result.json",
    )
    assert [words.split(" ", 1)[0] for words in made.unused] == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (export(message(7, AMBUSH))[:-40], "broken JSON after 3 values"),
        ('{"chats": {"list": []}}', "whole Telegram account"),
        ('{"a": 1}', "no list"),
        ('[{"a": 1}]', "no list"),
        (export(), "without a message"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_other_json_is_refused_with_the_reason(text, reason):
    with pytest.raises(UnreadableSourceError, match=reason):
        page(text, "result.json")


def test_a_message_whose_end_was_lost_does_not_say_the_words_of_the_next():
    broken = CHANNEL_PAGE.replace('<a href="https://a.example/x">x</a></div></div></div>', '<a href="https://a.example/x">x</a>')
    first, second = page(broken, "messages.html").articles

    assert first.published == "2031-03-12"
    assert CURFEW not in first.text
    assert CURFEW in second.text


def test_previews_inside_one_another_cost_no_time():
    one = '<div class="tgme_widget_message" data-post="s/{n}"><div class="tgme_widget_message_text">{text}</div>'
    hostile = "<html><body>" + "".join(one.format(n=n, text="word<br>" * 200) for n in range(400))
    before = time.process_time()
    made = page(hostile, "preview.html")

    assert sum(len(article.text) for article in made.articles) < 2 * len(hostile)
    assert time.process_time() - before < 8


def test_an_export_is_known_in_any_language():
    made = page(CHANNEL_PAGE.replace("Exported Data", "Экспортированные данные"), "messages.html")
    assert (made.reader, made.articles[0].published) == ("telegram-page/1", "2031-03-12")
