"""Tests of resettlement."""
