"""Events as rows of the schemes that others code them in: ACLED, UCDP-GED, PLOVER, GeoJSON."""
