"""The forms that a ledger is written in, by name."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from rashomon.exports.contract import Form

#: What writes each form: a module of `rashomon.exports` and the name of its `Form`, loaded only when it is asked for.
FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "acled": ("coded.acled", "write_acled"),
        "annotated": ("annotated", "write_annotated"),
        "ged": ("coded.ged", "write_ged"),
        "geojson": ("coded.geojson", "write_geojson"),
        "gold": ("gold.writing", "write_gold"),
        "feed": ("feeds.writing", "write_feed"),
        "csv": ("tables.csvfiles", "write_csv"),
        "parquet": ("tables.parquet", "write_parquet"),
        "ftm": ("graphs.ftm.writing", "write_ftm"),
        "jsonl": ("whole.writing", "write_whole"),
        "prov": ("graphs.prov.writing", "write_prov"),
        "stix": ("graphs.stix.bundle", "write_stix"),
        "sheet": ("round_trip.writing", "write_sheet"),
        "plover": ("coded.plover", "write_plover"),
        "wacz": ("wacz", "write_wacz"),
    }
)
#: Forms that may be written of one thing, and what that is.
OF_ONE: Mapping[str, str] = MappingProxyType({"wacz": "an article, address or digest", "prov": "an event", "feed": "a topic"})
#: How the name of a file ends that says what was left out of a form.
MANIFEST = ".manifest.json"


def form_of(name: str) -> Form:
    """Return what writes a form."""
    module, function = FORMS[name]
    return cast("Form", getattr(import_module(f"rashomon.exports.{module}"), function))
