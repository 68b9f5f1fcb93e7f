"""Reference lists of the field as CSV, and small loaders. Imports nothing of the house: the reader of files uses it."""
