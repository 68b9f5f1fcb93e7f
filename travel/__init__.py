"""Journeys: clearances, travel windows, movements, legs, travellers, bookings, providers, arrival notices.

Floor 2: imports cases and below, never decisions or a mandate.
"""
