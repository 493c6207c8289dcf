"""Give a brief out: make it, have its wording smoothed where that is asked for, remember it."""

from dataclasses import replace
from datetime import UTC, datetime

from rashomon.exports.briefs.contract import Wanted
from rashomon.exports.briefs.making import Made, make_brief
from rashomon.exports.briefs.remembering import given
from rashomon.exports.briefs.smoothing import smoothed
from rashomon.pipeline.wording.language_model import LanguageModelError, language_model
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.briefs import GivenBrief, new_id


def make_and_smooth(ledger: Ledger, wanted: Wanted, *, smooth: bool) -> tuple[Made, tuple[str, ...]]:
    """Return a brief, and why wordings of the language model were refused.

    Raises:
        LanguageModelError: its wording is to be smoothed, and no language model is set.
    """
    made = make_brief(ledger, wanted)
    if not smooth:
        return made, ()
    with language_model() as model:
        brief, refused = smoothed(made.brief, model.rewrite, (LanguageModelError,))
    return replace(made, brief=brief), refused


def given_out(ledger: Ledger, made: Made, wanted: Wanted, who: str) -> GivenBrief:
    """Remember a brief as given out, and return it as it is kept."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    kept = given(made.brief, made.told, new_id(), at, who, wanted.subject)
    ledger.publishing.briefs.give_out(kept)
    return kept
