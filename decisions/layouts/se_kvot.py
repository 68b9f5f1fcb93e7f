"""Migrationsverket: quota, resebidrag and family-reunification travel orders."""

# ruff: noqa: E501 - a table has one line per row

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number              | case number           | R | Dossiernummer; Dossiernr; Dossier; Beteckning; Ärendenummer; Diarienummer
person_number            | text                  |   | Individnummer; Individnr; Individ-ID
unhcr_case_number        | text                  |   | UNHCR-ärendenummer; UNHCR case number; UNHCR ärendenr
unhcr_individual_number  | text                  |   | UNHCR-individnummer; UNHCR individual number
linked_cases             | text                  |   | Kopplade ärenden; Länkade ärenden; Koppling
category                 | code: category        |   | Kategori; Ärendetyp; Uppdragstyp
family_name              | name                  | R | Efternamn; Släktnamn; Familjenamn
given_names              | name                  | R | Förnamn; Samtliga förnamn; Förnamn (samtliga)
single_name              | code: yesno           |   | Endast ett namn; Ett namn; Enda namn
sex                      | code: sex             | R | Kön; Kön (M/K); Juridiskt kön
date_of_birth            | birth date            | R | Födelsedatum; Född; Födelsetid; Födelsedag
citizenship              | citizenship           | R | Medborgarskap; Medb.; Medborgarskapsland; Nationalitet
relation                 | code: relation        | R | Relation till huvudsökande; Relation; Roll i familjen; Familjerelation
country_of_asylum        | country               |   | Vistelseland; Nuvarande land; Asylland
place_of_stay            | text                  |   | Vistelseort; Ort eller läger; Ort
sponsor                  | text                  |   | Anknytningsperson; Referensperson; Person i Sverige
class_code               | text                  |   | Klassningskod; Klassning
decision_outcome         | code: outcome         | R | Beslut; Beslutsutfall; Utfall
decision_date            | date                  | R | Beslutsdatum; Beslutsdag; Datum för beslut
permit_kind              | code: permit_kind     |   | Tillståndstyp; Typ av uppehållstillstånd; Tillstånd
permit_valid_from        | date                  |   | Tillstånd från; Giltigt från; Tillstånd fr.o.m.
permit_valid_to          | date                  |   | Tillstånd till; Giltigt till; Tillstånd t.o.m.
latest_entry_date        | date                  |   | Sista inresedag; Senaste inresa; Sista inresedatum
programme_year           | year                  |   | Kvotår; Programår
municipality             | municipality          |   | Anvisad kommun; Kommun; Mottagningskommun; Bosättningskommun
arrival_airport          | airport               |   | Ankomstflygplats; Flygplats
earliest_arrival_date    | date                  |   | Tidigaste ankomst; Tidigaste ankomstdatum; Tidigast ankomst
latest_arrival_date      | date                  |   | Senaste ankomst; Senaste ankomstdatum; Senast ankomst
urgency                  | code: urgency         |   | Prioritet; Angelägenhetsgrad
travel_needs             | codes: needs          |   | Särskilda resebehov; Medicinska behov; Resebehov; Särskilda behov
escort_required          | code: yesno           |   | Ledsagare krävs; Ledsagare
unaccompanied_minor      | code: yesno           |   | Ensamkommande barn; Ensamkommande
language                 | text                  |   | Språk; Modersmål
phone                    | phone                 |   | Telefon; Telefonnummer; Tel.
travel_document          | code: travel_document |   | Resehandling; Typ av resehandling
travel_document_number   | text                  |   | Passnummer; Resehandlingens nummer; Passnr
travel_document_valid_to | date                  |   | Pass giltigt till; Resehandling giltig till
cost_bearer              | code: cost_bearer     |   | Betalare; Kostnadsbärare
notes                    | long text             |   | Anmärkning; Anmärkningar; Övrigt; Kommentar
"""

SE_KVOT = layout("SE-KVOT", COLUMNS, file="csv", language="sv", country="SE", dates="ymd")
