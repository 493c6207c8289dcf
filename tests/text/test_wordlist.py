from rashomon.text.wordlist import words


def test_words_come_in_order_without_spaces():
    assert words(" one  two\nthree ") == ("one", "two", "three")
    assert words("") == ()
