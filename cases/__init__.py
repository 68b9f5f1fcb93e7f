"""The shared case model that every mandate stands on: people, cases, timeline, tasks, documents, consents, access.

Records: Person, PersonIdentifier, Case, CaseNumber, Member, Event, Access, Task, Document, Consent, Referral,
Merge, NotTheSame, SavedFilter, Job.
Floor 1: imports accounts and notices. Mandates announce themselves in `cases.mandates`; cases imports none of them.
"""
