"""What a numbered citation says: outlet, title, date and grade; the words; the address and our id."""

from rashomon.exports.briefs.contract import Citation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words


def cited_lines(citation: Citation, say: Catalogue) -> tuple[str, str, str]:
    """Return the three lines of a citation."""
    ground = citation.ground
    title = f"“{' '.join(ground.title.split())}”" if ground.title else say("brief.cite.no_title")
    who = say(
        "brief.cite.who",
        outlet=ground.outlet or say("brief.unnamed"),
        title=title,
        day=date_words(ground.published, say) if ground.published else say("brief.cite.no_day"),
        grade=say(f"brief.grade.{citation.grade}"),
    )
    address = ground.address or (say("brief.cite.file", name=ground.file) if ground.file else say("brief.cite.no_address"))
    where = say("brief.cite.where", address=address, article=ground.article_id, start=ground.start, end=ground.end)
    return who, f"“{' '.join(ground.words.split())}”", where
