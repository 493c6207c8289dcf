import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.collect.addresses import checked, joined, origin, shown
from rashomon.pipeline.collect.faults import FetchError


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://Herald.Example/a#top", "https://herald.example/a"),
        (" http://herald.example ", "http://herald.example"),
        ("http://herald.example:80/", "http://herald.example/"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
    ],
)
def test_an_address_that_may_be_asked_for(address, url):
    assert str(checked(address)) in {url, f"{url}/"} or str(checked(address)).rstrip("/") == url.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "herald",
        "ftp://herald.example/",
        "file:///etc/passwd",
        "https://",
        "http://:80/",
        "https://ann@herald.example/",
        "https://ann:x@herald.example/",
        "http://[::1",
        "http://herald.example:99999/",
        "https://herald.example/" + "a" * 5000,
        "javascript:alert(1)",
        "//herald.example/",
    ],
)
def test_an_address_that_may_not(address):
    with pytest.raises(FetchError):
        checked(address)


@pytest.mark.parametrize(
    ("href", "goal"),
    [
        ("/b", "https://herald.example/b"),
        ("b?c=1#d", "https://herald.example/x/b?c=1"),
        ("//other.example/", "https://other.example/"),
        ("mailto:a@b", None),
        ("https://a:b@c.example/", None),
        ("http://[", None),
    ],
)
def test_where_a_link_leads(href, goal):
    assert joined("https://herald.example/x/y", href) == goal


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://ann:secret@herald.example/a@b", "https://herald.example/a@b"),
        ("https://herald.example/a@b", "https://herald.example/a@b"),
        ("https://an@n:se@cret@herald.example/", "https://herald.example/"),
        ("pages/a@b.txt", "pages/a@b.txt"),
    ],
)
def test_a_password_is_never_shown(address, said):
    assert shown(address) == said


def test_an_origin_is_scheme_host_and_port():
    assert origin(httpx.URL("https://herald.example:8443/a?b")) == "https://herald.example:8443"


@given(st.text(max_size=80))
def test_any_words_are_an_address_or_a_fault(words):
    try:
        url = checked(f"http://{words}")
    except FetchError:
        return
    assert (url.scheme, url.userinfo, bool(url.host)) == ("http", b"", True)
