from marked_text import marked


def _clauses(text):
    sentence = marked(text).passage.sentences[0]
    rows = {}
    for word, number in zip(sentence.words, sentence.clauses, strict=True):
        rows.setdefault(number, []).append(word)
    return [" ".join(words) for words in rows.values()]


def test_clauses_begin_at_conjunctions_and_marks():
    assert _clauses("Guards fled when shells fell; nobody died.") == ["guards fled", "when shells fell", "; nobody died ."]


def test_a_short_form_in_brackets_begins_no_clause():
    assert len(_clauses("Guards (GRD) fled.")) == 1
    assert len(_clauses("Guards (who had come by night) fled.")) > 1


def test_and_between_two_names_begins_no_clause():
    assert len(_clauses("Tolo and Mirsa signed.")) == 1


def test_words_between_quotation_marks_are_quoted():
    sentence = marked("He said “we will fight” and left.").passage.sentences[0]
    assert [word for word, quoted in zip(sentence.words, sentence.quoted, strict=True) if quoted] == ["we", "will", "fight"]


def test_the_outermost_mention_owns_a_word():
    sentence = marked("{army|FORCE|The Oruland army} shelled {mirsa|PLACE|Mirsa}.").passage.sentences[0]
    assert [owner.key if owner else None for owner in sentence.owners] == ["army", "army", "army", None, "mirsa", None]
    assert [mention.key for mention in sentence.mentions_between(0, 3)] == ["army"]
    assert (sentence.first_word(sentence.mentions[1]), sentence.after(sentence.mentions[1])) == (4, 5)


def test_a_title_is_known_as_one():
    assert [sentence.title for sentence in marked("It burned.", title="Fire").passage.sentences] == [True, False]
