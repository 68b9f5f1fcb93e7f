"""What the clock does by itself, and why. A task acts once per period, however many clocks ring."""

SCHEDULE = {
    # Finds jobs whose message the broker lost, or whose worker died.
    "cases.sweep_jobs": {"task": "cases.sweep_jobs", "schedule": 60.0},
    # Finds notices whose message the broker lost.
    "notices.sweep_notices": {"task": "notices.sweep_notices", "schedule": 60.0},
    # Asks the airline about attempts whose answer never came.
    "travel.sweep_attempts": {"task": "travel.sweep_attempts", "schedule": 60.0},
    # Compares seven days of the airline's orders with ours, once a day.
    "travel.reconcile_orders": {"task": "travel.reconcile_orders", "schedule": 3600.0},
    # Announces travel windows that will close soon, once a day.
    "travel.announce_closing": {"task": "travel.announce_closing", "schedule": 3600.0},
    # Warns before RIAT rejects a file that nobody answered, and says when it has.
    "returns.watch_riat": {"task": "returns.watch_riat", "schedule": 600.0},
}
