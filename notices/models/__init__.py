"""Records of the app `notices`."""

from notices.models.notice import Channel, Notice, NoticeQuerySet, NoticeState

__all__ = ["Channel", "Notice", "NoticeQuerySet", "NoticeState"]
