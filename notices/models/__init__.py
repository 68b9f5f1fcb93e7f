"""Records of the app `notices`."""

from notices.models.notice import Channel, Notice, NoticeState

__all__ = ["Channel", "Notice", "NoticeState"]
