import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.collect.charsets import charset_of, with_charset

WORDS = {
    "ru": "Власти области сообщили, что в результате взрыва на автовокзале погибли четыре человека, девять получили ранения.",
    "uk": "Обласна влада повідомила, що внаслідок вибуху на автовокзалі загинули четверо людей, ще дев'ять дістали поранення.",
    "ar": "قال محافظ الإقليم إن أربعة أشخاص قتلوا في انفجار قنبلة في محطة للحافلات يوم الاثنين، ولم تعلن أي جهة مسؤوليتها.",
    "fa": "استاندار گفت که در انفجار بمب در ایستگاه اتوبوس روز دوشنبه چهار نفر کشته شدند و هیچ گروهی مسئولیت آن را نگرفته است.",
    "fr": "Le préfet a déclaré que quatre personnes ont été tuées lundi dans l'explosion d'une bombe à la gare routière; "
    "personne n'a revendiqué l'attaque à ce jour.",
    "tr": "Vali, pazartesi günü otogarda meydana gelen bombalı saldırıda dört kişinin öldüğünü, dokuz kişinin yaralandığını "
    "söyledi. Saldırıyı henüz üstlenen olmadı.",
}


def page(language, codec):
    return f"<html><head><title>x</title></head><body><p>{WORDS[language]}</p></body></html>".encode(codec, "replace")


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ru", "iso8859-5"),
        ("uk", "cp1251"),
        ("ar", "cp1256"),
        ("ar", "iso8859-6"),
        ("fa", "cp1256"),
        ("fr", "cp1252"),
        ("tr", "cp1254"),
    ],
)
@pytest.mark.parametrize("stated", ["", "text/html", "text/html; charset=utf-8", "text/html; charset=no-such"])
def test_where_nothing_that_holds_is_stated_it_is_measured(language, codec, stated):
    content = page(language, codec)

    assert content.decode(charset_of(stated, content)) == content.decode(codec)


@pytest.mark.parametrize(
    "stated", ["", "text/html; charset=iso-8859-1", "text/html; charset=windows-1251", "text/html; charset=ascii"]
)
def test_utf_8_is_known_whatever_is_stated(stated):
    assert charset_of(stated, page("ru", "utf-8")) == "utf-8"


@pytest.mark.parametrize(
    ("stated", "content", "charset"),
    [
        ("text/html; charset=windows-1251", page("ru", "cp1251"), "cp1251"),
        ('text/html;charset="KOI8-R"', page("ru", "koi8-r"), "koi8-r"),
        ("text/html; charset=ISO-8859-1", page("fr", "cp1252"), "cp1252"),
        ("text/html", b'<html><head><meta charset="windows-1256"></head>' + page("ar", "cp1256"), "cp1256"),
        ("text/xml", '<?xml version="1.0" encoding="koi8-r"?><rss>Взрыв</rss>'.encode("koi8-r"), "koi8-r"),
        ("text/html; charset=utf-8", b"\xff\xfe" + "<p>x</p>".encode("utf-16-le"), "utf-16"),
        ("text/html; charset=iso-8859-1", b"\xef\xbb\xbf<p>x</p>", "utf-8"),
        ("text/html", b"<p>plain</p>", "utf-8"),
        ("", b"", "utf-8"),
    ],
)
def test_a_mark_goes_first_then_what_is_stated_and_holds(stated, content, charset):
    assert charset_of(stated, content) == charset


@pytest.mark.parametrize(
    ("stated", "content", "kept"),
    [
        ("Text/HTML", b"<p>x</p>", "text/html; charset=utf-8"),
        (None, b"words", "text/plain; charset=utf-8"),
        (None, b"\x00\x01", None),
        ("application/pdf", b"%PDF-1.7", "application/pdf"),
        ("image/png; q=1", b"\x89PNG", "image/png; q=1"),
        ("application/json", b"{}", "application/json; charset=utf-8"),
        ("application/vnd.openxmlformats-officedocument", b"PK", "application/vnd.openxmlformats-officedocument"),
        ("text/html; charset=\r\nX-Evil: 1", b"<p>x</p>", "text/html; charset=utf-8"),
    ],
)
def test_the_media_type_carries_the_charset_of_texts_only(stated, content, kept):
    assert with_charset(stated, content) == kept


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_get_a_charset_that_decodes_them(content, stated):
    content.decode(charset_of(f"text/html; charset={stated}", content), "replace")
