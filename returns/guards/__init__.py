"""What Postgres itself refuses about money, also to direct SQL: the triggers of awards, instalments, payments, ledger.

Three kinds. What *holds* is not rewritten. What *adds up* is summed before a row is written, under the award's lock, so
that eight desks at once meet there. What is *booked* is compared at the commit: a payment and its entries are two rows
of one act, and neither may be there without the other. `returns.refused_money` has the sentences.
"""
