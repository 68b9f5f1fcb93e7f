"""Who may do what with decision files; which files is said by `visible_to`."""

from accounts.models import STAFF_ROLES, Role

MAY_LOOK = STAFF_ROLES
MAY_SEND = (Role.OFFICER, Role.LEAD)  # for an authority that cannot; the authority's own people go by /authority/
LIAISON = (Role.LIAISON,)
