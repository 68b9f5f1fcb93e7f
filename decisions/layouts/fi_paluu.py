"""Migri / reception centre: assisted-return decisions."""

# ruff: noqa: E501 - a table has one line per row

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number                | case number           | R | Asianumero; Asianro; Diaarinumero; Dnro; Päätösnumero; Ärendenummer
person_number              | text                  |   | Asiakasnumero; Asiakasnro; UMA-asiakasnumero; Klientnummer
reception_unit             | text                  |   | Vastaanottokeskus; VOK; Yksikkö; Förläggning
family_name                | name                  | R | Sukunimi; Sukunimet; Perhenimi; Efternamn
given_names                | name                  | R | Etunimet; Etunimi; Förnamn
single_name                | code: yesno           |   | Vain yksi nimi; Yksi nimi; Yksiniminen
sex                        | code: sex             | R | Sukupuoli; Sp.; Sukupuoli (M/N); Kön
date_of_birth              | birth date            | R | Syntymäaika; Synt.aika; Syntymäpäivä; Synt.pvm; Födelsedatum
citizenship                | citizenship           | R | Kansalaisuus; Kans.; Kansalaisuusmaa; Medborgarskap
relation                   | code: relation        | R | Suhde päähakijaan; Suhde hakijaan; Sukulaisuussuhde; Asema perheessä
beneficiary_category       | code: beneficiary     |   | Avustuksen peruste; Peruste; Hakijaryhmä; Grund
application_date           | date                  |   | Hakemuspäivä; Hakemuspvm; Avustusta haettu; Ansökningsdatum
first_decision_served_date | date                  |   | Ensimmäisen päätöksen tiedoksianto; Tiedoksiantopäivä; Tiedoksianto; Delgivningsdag
withdrawal_date            | date                  |   | Hakemus peruutettu; Peruutuspäivä; Peruuttamispäivä
decision_outcome           | code: outcome         | R | Päätös; Ratkaisu; Päätöksen tulos; Beslut
decision_date              | date                  | R | Päätöspäivä; Päätöspvm; Päätöksen päivämäärä; Beslutsdatum
assistance_form            | code: assistance_form |   | Avustuksen muoto; Muoto; Tukimuoto; Stödform
amount                     | amount                |   | Avustuksen määrä (EUR); Avustus euroa; Määrä; Myönnetty määrä; Belopp
police_statement           | code: yesno           |   | Poliisin lausunto; Poliisin lausunto saatu
return_country             | country               | R | Paluumaa; Kohdemaa; Kotimaa; Återvändandeland
return_place               | text                  |   | Paluupaikkakunta; Kohdepaikka; Paikkakunta
departure_airport          | airport               |   | Lähtölentoasema; Lähtökenttä
earliest_departure_date    | date                  |   | Aikaisin lähtöpäivä; Lähtö aikaisintaan
latest_departure_date      | date                  |   | Viimeistään lähtöpäivä; Lähtö viimeistään
travel_needs               | codes: needs          |   | Terveys- ja matkustustarpeet; Matkustustarpeet; Erityistarpeet
escort_required            | code: yesno           |   | Saattaja tarvitaan; Saattajan tarve; Saattaja
unaccompanied_minor        | code: yesno           |   | Ilman huoltajaa; Alaikäinen ilman huoltajaa
language                   | text                  |   | Äidinkieli; Kieli; Asiointikieli
phone                      | phone                 |   | Puhelin; Puhelinnumero; Puh.
travel_document            | code: travel_document |   | Matkustusasiakirja; Matkustusasiakirjan laji
travel_document_number     | text                  |   | Matkustusasiakirjan numero; Passin numero; Passinro
travel_document_valid_to   | date                  |   | Matkustusasiakirja voimassa asti; Passi voimassa asti
notes                      | long text             |   | Lisätiedot; Huomautukset; Muuta
"""

FI_PALUU = layout("FI-PALUU", COLUMNS, file="xlsx", language="fi", country="FI", dates="dmy")
