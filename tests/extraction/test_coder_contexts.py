from rashomon.extraction.coder_contexts import contexts


def test_the_context_with_the_most_words_comes_first():
    words = ["the", "court", "jailed", "a", "voter", "before", "the", "election", "and", "the", "referendum"]

    assert contexts(words)[:2] == ("election", "legal")


def test_words_about_nothing_listed_have_no_context():
    assert contexts(("a", "calm", "sea")) == ()
