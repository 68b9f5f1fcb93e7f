"""English: the source of the other languages."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
where       | Where my journey stands
flight      | Your flight: {day}, from {origin} to {destination}.
home        | You will live in {place}.
received    | The country has decided that you may come. We begin to prepare your journey.
papers      | We prepare your journey: documents and health.
seats       | We are looking for flights.
booked      | Your flight is booked.
under_way   | You are on your way.
arrived     | You have arrived.
handed_over | You are in your municipality. It helps you from now on.
on_hold     | Your journey rests. Call us: we explain why.
withdrawn   | You have stopped your journey.
cancelled   | The country has taken its decision back. Call us: we explain what it means.
do_wait     | Wait for our call. You need not do anything else now.
do_papers   | Come to every appointment. Tell us of illnesses, medicines and pregnancy.
do_fly      | Come to the airport at the time we tell you, with your documents.
do_arrive   | Go with the people who meet you at the airport.
do_nothing  | You need not do anything now.
do_call     | Call us if you have questions.
promise     | Going is your own choice. If you do not want to travel, call us: we talk with you before anything is changed.
"""
