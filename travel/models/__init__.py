"""Records of the app `travel`."""

from travel.models.attempt import AttemptState, AttemptStep, BookingAttempt
from travel.models.booking import MOST_TRAVELLERS, Booking, BookingState
from travel.models.charter import MOST_SEATS, Charter
from travel.models.clearance import AT_ARRIVAL, AT_DEPARTURE, MET, Clearance, ClearanceKind, ClearanceState
from travel.models.movement import Leg, Mode, Movement, MovementStage, SeatsFrom
from travel.models.notification import Notification, NotificationKind
from travel.models.provider import ProviderLine, ReconciliationRun, WebhookEvent
from travel.models.search import OfferSearch, SearchState
from travel.models.traveller import LIVE, Need, Parting, Traveller, TravellerStanding, codes_of

__all__ = [
    "AT_ARRIVAL",
    "AT_DEPARTURE",
    "LIVE",
    "MET",
    "MOST_SEATS",
    "MOST_TRAVELLERS",
    "AttemptState",
    "AttemptStep",
    "Booking",
    "BookingAttempt",
    "BookingState",
    "Charter",
    "Clearance",
    "ClearanceKind",
    "ClearanceState",
    "Leg",
    "Mode",
    "Movement",
    "MovementStage",
    "Need",
    "Notification",
    "NotificationKind",
    "OfferSearch",
    "Parting",
    "ProviderLine",
    "ReconciliationRun",
    "SearchState",
    "SeatsFrom",
    "Traveller",
    "TravellerStanding",
    "WebhookEvent",
    "codes_of",
]
