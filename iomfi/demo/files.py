"""Decision files of the demo's authorities, written in their own layouts and languages."""

import csv
import io
from datetime import date, timedelta

from openpyxl import Workbook

from iomfi.demo.families import Family, Relative

HEADERS = {
    "FI": {
        "case": "Asianumero", "number": "Asiakasnumero", "category": "Henkilöryhmä", "family": "Sukunimi",
        "given": "Etunimet", "single": "Vain yksi nimi", "sex": "Sukupuoli", "born": "Syntymäaika",
        "citizenship": "Kansalaisuus", "relation": "Suhde päähakijaan", "asylum": "Oleskelumaa",
        "place": "Oleskelupaikka", "outcome": "Päätös", "decided": "Päätöspäivä", "permit_from": "Lupa voimassa alkaen",
        "permit_to": "Lupa voimassa asti", "year": "Kiintiövuosi", "municipality": "Sijoituskunta",
        "airport": "Saapumislentoasema", "earliest": "Aikaisin saapumispäivä", "latest": "Viimeistään saapumispäivä",
        "needs": "Terveys- ja matkustustarpeet", "language": "Äidinkieli",
    },
    "SE": {
        "case": "Dossiernummer", "number": "Individnummer", "category": "Kategori", "family": "Efternamn",
        "given": "Förnamn", "single": "Endast ett namn", "sex": "Kön", "born": "Födelsedatum",
        "citizenship": "Medborgarskap", "relation": "Relation till huvudsökande", "asylum": "Vistelseland",
        "place": "Vistelseort", "outcome": "Beslut", "decided": "Beslutsdatum", "permit_from": "Tillstånd från",
        "permit_to": "Tillstånd till", "year": "Kvotår", "municipality": "Anvisad kommun",
        "airport": "Ankomstflygplats", "earliest": "Tidigaste ankomst", "latest": "Senaste ankomst",
        "needs": "Särskilda resebehov", "language": "Språk",
    },
    "IS": {
        "case": "Málsnúmer", "number": "Einstaklingsnúmer", "category": "Flokkur", "family": "Kenninafn",
        "given": "Eiginnafn", "single": "Aðeins eitt nafn", "sex": "Kyn", "born": "Fæðingardagur",
        "citizenship": "Ríkisfang", "relation": "Tengsl við aðalumsækjanda", "asylum": "Dvalarland",
        "place": "Dvalarstaður", "outcome": "Ákvörðun", "decided": "Dagsetning ákvörðunar",
        "permit_from": "Leyfi gildir frá", "permit_to": "Leyfi gildir til", "year": "Kvótaár",
        "municipality": "Móttökusveitarfélag", "airport": "Komuflugvöllur", "earliest": "Fyrsti komudagur",
        "latest": "Síðasti komudagur", "needs": "Sérþarfir á ferðalagi", "language": "Tungumál",
    },
}  # fmt: skip
WORDS = {
    "FI": {"F": "nainen", "M": "mies", "principal": "päähakija", "spouse": "puoliso", "child": "lapsi",
           "parent": "vanhempi", "yes": "kyllä", "quota": "kiintiöpakolainen", "positive": "myönteinen",
           "family_state_paid": "perheenjäsen, valtio korvaa", "wheelchair": "pyörätuoli", "medication": "lääkitys",
           "hearing": "kuulovamma", "visual": "näkövamma", "pregnancy": "raskaus", "infant": "sylivauva"},
    "SE": {"F": "kvinna", "M": "man", "principal": "huvudsökande", "spouse": "make/maka", "child": "barn",
           "parent": "förälder", "yes": "ja", "quota": "kvotflykting", "positive": "bifall",
           "family_state_paid": "resebidrag", "wheelchair": "rullstol", "medication": "medicinering",
           "hearing": "hörselnedsättning", "visual": "synnedsättning", "pregnancy": "graviditet", "infant": "spädbarn"},
    "IS": {"F": "kona", "M": "karl", "principal": "aðalumsækjandi", "spouse": "maki", "child": "barn",
           "parent": "foreldri", "yes": "já", "quota": "kvótaflóttamaður", "positive": "samþykkt",
           "family_state_paid": "fjölskyldusameining, ríkið greiðir", "wheelchair": "hjólastóll",
           "medication": "lyfjagjöf", "hearing": "heyrnarskerðing", "visual": "sjónskerðing", "pregnancy": "meðganga",
           "infant": "ungbarn"},
}  # fmt: skip
AIRPORTS = {"FI": "HEL", "SE": "ARN", "IS": "KEF"}
LAYOUTS = {"FI": "FI-KIINTIO", "SE": "SE-KVOT", "IS": "IS-KVOTI"}


def decision_file(families: list[Family], decided_on: date) -> tuple[str, bytes]:
    """The name and the bytes of one file: XLSX from Finland and Iceland, CSV from Sweden."""
    country = families[0].country
    rows = [list(HEADERS[country].values())]
    for family in families:
        rows += [row_of(family, place, decided_on) for place in range(len(family.people))]
    day = decided_on.isoformat()
    if country == "SE":
        return f"kvot_{day}.csv", as_csv(rows)
    return f"{'kiintio' if country == 'FI' else 'kvoti'}_{day}.xlsx", as_xlsx(rows)


def row_of(family: Family, place: int, decided_on: date) -> list:
    """One person's row in the official order of the layout."""
    person, words = family.people[place], WORDS[family.country]
    return [
        family.number, f"{''.join(filter(str.isdigit, family.number))}{place + 1:02}", words[family.category],
        person.family_name, person.given_names, words["yes"] if person.single_name else "", words[person.sex],
        person.born if isinstance(person.born, date) else str(person.born), family.origin.citizenship,
        words[person.relation], family.origin.asylum, family.origin.place, words["positive"], decided_on, decided_on,
        decided_on + timedelta(days=3 * 365), decided_on.year, family.municipality if family.place_known else "",
        AIRPORTS[family.country], decided_on + timedelta(days=21), decided_on + timedelta(days=240),
        needs_of(person, words), family.origin.language,
    ]  # fmt: skip


def needs_of(person: Relative, words: dict[str, str]) -> str:
    """Needs in the authority's words."""
    return ", ".join(words[need] for need in person.needs)


def as_xlsx(rows: list[list]) -> bytes:
    """A workbook with real dates."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(rows: list[list]) -> bytes:
    """Semicolons, Windows-1252, as the agency's system writes it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [value.isoformat() if isinstance(value, date) else value for value in row] for row in rows
    )
    return out.getvalue().encode("cp1252")
