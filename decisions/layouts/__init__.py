"""The agreed upload templates. A new one is a table in a file of its own, named in LAYOUTS."""

from decisions.layouts.fi_kiintio import FI_KIINTIO
from decisions.layouts.fi_paluu import FI_PALUU
from decisions.layouts.is_heim import IS_HEIM
from decisions.layouts.is_kvoti import IS_KVOTI
from decisions.layouts.se_ater import SE_ATER
from decisions.layouts.se_kvot import SE_KVOT
from decisions.layouts.table import Column, Layout

LAYOUTS = {one.name: one for one in (FI_KIINTIO, FI_PALUU, SE_KVOT, SE_ATER, IS_KVOTI, IS_HEIM)}

__all__ = ["LAYOUTS", "Column", "Layout"]
