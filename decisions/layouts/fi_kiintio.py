"""Migri: travel-arrangement request, quota refugees and family members."""

# ruff: noqa: E501 - a table has one line per row

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number              | case number           | R | Asianumero; Asianro; Diaarinumero; Dnro; Migrin asianumero; Ärendenummer; Diarienummer
person_number            | text                  |   | Asiakasnumero; Asiakasnro; Asiakas-ID; Klientnummer
unhcr_case_number        | text                  |   | UNHCR-tapausnumero; UNHCR tapausnro; UNHCR case number; UNHCR-ärendenummer
unhcr_individual_number  | text                  |   | UNHCR-henkilönumero; UNHCR henkilönro; UNHCR individual number
linked_cases             | text                  |   | Liittyvät asiat; Linkitetyt tapaukset; Ristiviittaus
category                 | code: category        |   | Henkilöryhmä; Ryhmä; Maahantuloperuste; Persongrupp
family_name              | name                  | R | Sukunimi; Sukunimet; Perhenimi; Efternamn; Släktnamn
given_names              | name                  | R | Etunimet; Etunimi; Kutsumanimi ja muut etunimet; Förnamn
single_name              | code: yesno           |   | Vain yksi nimi; Yksi nimi; Yksiniminen; Endast ett namn
native_name              | text                  |   | Nimi alkukielellä; Nimi omalla kirjaimistolla
sex                      | code: sex             | R | Sukupuoli; Sp.; Sukupuoli (M/N); Kön
date_of_birth            | birth date            | R | Syntymäaika; Synt.aika; Syntymäpäivä; Synt.pvm; Födelsedatum; Födelsetid
citizenship              | citizenship           | R | Kansalaisuus; Kans.; Kansalaisuusmaa; Medborgarskap
relation                 | code: relation        | R | Suhde päähakijaan; Suhde pääasialliseen hakijaan; Sukulaisuussuhde; Asema perheessä; Förhållande till huvudsökande
country_of_asylum        | country               |   | Oleskelumaa; Nykyinen oleskelumaa; Lähtömaa; Vistelseland
place_of_stay            | text                  |   | Oleskelupaikka; Leiri tai kaupunki; Vistelseort
decision_outcome         | code: outcome         | R | Päätös; Ratkaisu; Päätöksen tulos; Päätöksen sisältö; Beslut
decision_date            | date                  | R | Päätöspäivä; Päätöspvm; Päätöksen päivämäärä; Ratkaisupäivä; Beslutsdatum
permit_kind              | code: permit_kind     |   | Oleskeluluvan laji; Lupalaji; Oleskelulupa; Uppehållstillstånd
permit_valid_from        | date                  |   | Lupa voimassa alkaen; Luvan alkupäivä; Giltigt från
permit_valid_to          | date                  |   | Lupa voimassa asti; Luvan päättymispäivä; Lupa voimassa saakka; Giltigt till
programme_year           | year                  |   | Kiintiövuosi; Ohjelmavuosi; Kvotår
municipality             | municipality          |   | Sijoituskunta; Kunta; Kuntapaikka; Placeringskommun; Kommun
arrival_airport          | airport               |   | Saapumislentoasema; Tulokenttä; Lentoasema; Ankomstflygplats
earliest_arrival_date    | date                  |   | Aikaisin saapumispäivä; Varhaisin saapumispäivä; Aikaisin mahdollinen saapumispäivä; Tidigaste ankomstdag
latest_arrival_date      | date                  |   | Viimeistään saapumispäivä; Myöhäisin saapumispäivä; Senaste ankomstdag
urgency                  | code: urgency         |   | Kiireellisyys; Kiireellisyysluokka; Brådskande
travel_needs             | codes: needs          |   | Terveys- ja matkustustarpeet; Matkustustarpeet; Erityistarpeet; Matkustamiseen vaikuttavat sairaudet ja vammat; Särskilda behov
escort_required          | code: yesno           |   | Saattaja tarvitaan; Saattajan tarve; Saattaja
unaccompanied_minor      | code: yesno           |   | Ilman huoltajaa; Yksin tuleva alaikäinen; Alaikäinen ilman huoltajaa
language                 | text                  |   | Äidinkieli; Kieli; Asiointikieli; Modersmål
phone                    | phone                 |   | Puhelin; Puhelinnumero; Puh.; Telefon
travel_document          | code: travel_document |   | Matkustusasiakirja; Matkustusasiakirjan laji; Resedokument
travel_document_number   | text                  |   | Matkustusasiakirjan numero; Passin numero; Passinro
travel_document_valid_to | date                  |   | Matkustusasiakirja voimassa asti; Passi voimassa asti
cost_bearer              | code: cost_bearer     |   | Matkan maksaja; Maksaja; Kustannusten maksaja
notes                    | long text             |   | Lisätiedot; Huomautukset; Muuta; Tilläggsuppgifter
"""

FI_KIINTIO = layout("FI-KIINTIO", COLUMNS, file="xlsx", language="fi", country="FI", dates="dmy")
