"""The form of the files: their names, the first and the last line, and what a line may be."""

#: The form that this version writes, and the only one that it reads.
FORM = 1
#: The file of lines, and the folder with the bytes of captures and lists, each named by its SHA-256 (``ab/abcdef...``).
LINES, BYTES = "ledger.jsonl", "bytes"
#: Kinds of lines that are no thing of the tables.
FIRST, LISTED, LAST = "ledger", "list", "end"
#: Bytes of a line that is still read: a page of articles has at most 290 MB.
LONGEST = 600_000_000
NOTICE = (
    "A working copy of a ledger, not a publication: it holds names of private persons, the full text of what outlets wrote and "
    "everything people decided. Give it only to those who may see all of that."
)
