"""The marks of the Traffic Light Protocol 2.0 as STIX objects, with the ids that OASIS gave them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rashomon.model.marks import Mark

_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_IDS: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        Mark.GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        Mark.AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        Mark.AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        Mark.RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
    }
)


def marking_id(mark: Mark) -> str:
    """Return the id of a mark's definition."""
    return _IDS[mark]


def marking(mark: Mark) -> dict[str, Any]:
    """Return a mark's definition, as OASIS published it."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": _IDS[mark],
        "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{mark.value.upper()}",
        "extensions": {_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": mark.value}},
    }
