"""The desk for programs: all that the pages show and do, under one address, described by OpenAPI."""
