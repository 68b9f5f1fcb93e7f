"""Who may do what with notices beside reading their own."""

from accounts.models import Role

MAY_SEE_FAILED = (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.ADMINISTRATOR)
