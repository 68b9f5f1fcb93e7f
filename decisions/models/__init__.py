"""Records of the app `decisions`."""

from decisions.models.decision import DecidedPerson, Decision, DecisionVersion
from decisions.models.look import FileLook
from decisions.models.upload import Change, Finding, Severity, Upload, UploadedCase, UploadState

__all__ = [
    "Change",
    "DecidedPerson",
    "Decision",
    "DecisionVersion",
    "FileLook",
    "Finding",
    "Severity",
    "Upload",
    "UploadState",
    "UploadedCase",
]
