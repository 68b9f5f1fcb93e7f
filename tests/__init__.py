"""The tests: they mirror the apps, one file per verb, sentences for names."""
