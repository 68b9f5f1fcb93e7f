"""Every write of monitoring: visits, attempts, rules of contact, surveys, screenings, sets of questions."""
