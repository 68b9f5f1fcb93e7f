"""Migrationsverket: återetableringsstöd decisions."""

# ruff: noqa: E501 - a table has one line per row

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number                | case number           | R | Dossiernummer; Dossiernr; Beteckning; Ärendenummer
person_number              | text                  |   | Individnummer; Individnr; LMA-nummer
reception_unit             | text                  |   | Mottagningsenhet; Enhet; Mottagningshandläggare
family_name                | name                  | R | Efternamn; Släktnamn; Familjenamn
given_names                | name                  | R | Förnamn; Samtliga förnamn; Förnamn (samtliga)
single_name                | code: yesno           |   | Endast ett namn; Ett namn; Enda namn
sex                        | code: sex             | R | Kön; Kön (M/K); Juridiskt kön
date_of_birth              | birth date            | R | Födelsedatum; Född; Födelsetid; Födelsedag
citizenship                | citizenship           | R | Medborgarskap; Medb.; Medborgarskapsland; Nationalitet
relation                   | code: relation        | R | Relation till huvudsökande; Relation; Roll i familjen
beneficiary_category       | code: beneficiary     |   | Grund; Grund för stöd; Stödgrund
first_decision_served_date | date                  |   | Delgivningsdatum; Delgiven; Datum för delgivning
withdrawal_date            | date                  |   | Datum för återtagande; Återtagandedatum
application_date           | date                  |   | Ansökningsdatum; Ansökan inkom; Ansökt
decision_outcome           | code: outcome         | R | Beslut; Beslutsutfall; Utfall
decision_date              | date                  | R | Beslutsdatum; Beslutsdag; Datum för beslut
assistance_form            | code: assistance_form |   | Stödform; Typ av stöd
amount                     | amount                |   | Beviljat belopp; Belopp (SEK); Belopp; Summa SEK
return_country             | country               | R | Återvändandeland; Hemland; Destinationsland; Land för återetablering
return_place               | text                  |   | Återvändandeort; Destinationsort
departure_airport          | airport               |   | Avreseflygplats; Flygplats
earliest_departure_date    | date                  |   | Tidigaste avresa; Avresa tidigast
latest_departure_date      | date                  |   | Senaste avresa; Avresa senast
travel_needs               | codes: needs          |   | Särskilda resebehov; Medicinska behov; Resebehov
escort_required            | code: yesno           |   | Ledsagare krävs; Ledsagare
unaccompanied_minor        | code: yesno           |   | Ensamkommande barn; Ensamkommande
language                   | text                  |   | Språk; Modersmål
phone                      | phone                 |   | Telefon; Telefonnummer; Tel.
travel_document            | code: travel_document |   | Resehandling; Typ av resehandling
travel_document_number     | text                  |   | Passnummer; Resehandlingens nummer; Passnr
travel_document_valid_to   | date                  |   | Pass giltigt till; Resehandling giltig till
notes                      | long text             |   | Anmärkning; Anmärkningar; Övrigt; Kommentar
"""

SE_ATER = layout("SE-ATER", COLUMNS, file="csv", language="sv", country="SE", dates="ymd")
