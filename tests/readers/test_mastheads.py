"""The name of the outlet that a page prints of itself."""

import pytest

from rashomon.readers.lines import split_lines
from rashomon.readers.mastheads import outlet_of

STORY = "Drivers said the ferry burned for an hour before the crew could leave it."
BODY = "\n\n".join([STORY] * 12)


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("SALT COAST TIMES", "© 2012–2019 Salt Coast Times. Reproduction with credit permitted.", "Salt Coast Times"),
        ("Home | News", "Copyright © 2031 The Dune Post", "The Dune Post"),
        ("Home | News", "© Dune Wire. All rights reserved.", "Dune Wire"),
        ("Home | News", "© Dune Wire 2031", "Dune Wire"),
        ("Home | News", "Copyright 2031 Dune Wire Ltd.", "Dune Wire"),
        ("DuneWatch", "Follow DuneWatch on the radio", "DuneWatch"),
        ("THE SALT INSTITUTE", "The Salt Institute is an independent body.", "The Salt Institute"),
        ("PULSO SALINO  Security from coast to coast", "Pulso Salino is free.", "Pulso Salino"),
        ("Salt Coast Times", "Older posts", None),
        ("Salt Coast Monitor (SCM)", "© SCM. Credit us.", "Salt Coast Monitor"),
        ("DUNE WIRE\n\nHome | World | Markets | Weather", "Older posts", "Dune Wire"),
        ("DUNES OF SALT | all day long\n\nHome - Salt - Sand - Sea - Video", "Older posts", "Dunes of Salt"),
        ("Ferry burns\n\nHome - Salt - Sand - Sea - Video", "Older posts", None),
        ("Home", "Sawt al-Sahil © 2031 – Terms of use", "Sawt al-Sahil"),
        ("Salt & Dune Report | Ports and law\n\nHome · Salt · Sand · Sea", "Older posts", "Salt & Dune Report"),
        ("Home", "© All rights reserved", None),
        ("Ferry burns off the salt coast", "The ferry burns no more.", None),
    ],
)
def test_a_page_names_its_outlet_at_its_foot(head, foot, name):
    assert outlet_of(split_lines(f"{head}\n\n{BODY}\n\n{foot}")) == name


def test_an_article_alone_has_no_masthead():
    assert outlet_of(split_lines(f"Salt Coast\n\n{STORY}\n\nSalt Coast was quiet.")) is None
