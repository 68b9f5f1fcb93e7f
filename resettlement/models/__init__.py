"""Records of the app `resettlement`."""

from resettlement.models.dossier import ENDED, MAIN_LINE, Category, CostBearer, Dossier, Stage, Urgency
from resettlement.models.hold import HoldReason

__all__ = ["ENDED", "MAIN_LINE", "Category", "CostBearer", "Dossier", "HoldReason", "Stage", "Urgency"]
