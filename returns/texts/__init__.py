"""What returnees read in their own language: short texts, kept here because gettext serves only the office's four.

One module per language; a test holds that each says everything the English one says, with the same gaps.
"""
