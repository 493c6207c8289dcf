"""Places with the precision that the words allow."""

from dataclasses import dataclass

from rashomon.model.ids import content_id
from rashomon.model.words import PlacePrecision


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; coordinates are of its centre and only as good as ``precision`` says.

    Args:
        name: the gazetteer's name.

        country: ISO 3166 alpha-2; ``None`` for a sea, or a region across borders.

        admin1, admin2: names of the province and district, ``None`` where not known.

        lat, lon: WGS 84 degrees; ``None`` where no coordinates are known or none may be given.

        source: where the gazetteer has it from.
    """

    name: str
    country: str | None
    precision: PlacePrecision
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    source: str = ""

    @property
    def id(self) -> str:
        """Return the id made of the name and where it lies."""
        return content_id("plc", self.name, self.country, self.admin1, self.admin2, self.precision)
