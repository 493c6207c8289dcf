"""PDF documents with a text layer: lines, columns, paragraphs."""
