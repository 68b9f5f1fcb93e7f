"""Iceland: assisted-return grant decisions (reg. 843/2024)."""

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number              | case number           | R | Málsnúmer; Málsnr.; Mál nr.; Málanúmer
person_number            | text                  |   | Einstaklingsnúmer; ÚTL-númer; Einstaklingsnr.
family_name              | name                  | R | Kenninafn; Eftirnafn; Ættarnafn
given_names              | name                  | R | Eiginnafn; Eiginnöfn; Fornafn
single_name              | code: yesno           |   | Aðeins eitt nafn; Eitt nafn
sex                      | code: sex             | R | Kyn; Kyn (kk/kvk); Kynferði
date_of_birth            | birth date            | R | Fæðingardagur; Fæðingardagsetning; Fæðingard.; Fd.
citizenship              | citizenship           | R | Ríkisfang; Ríkisborgararéttur; Þjóðerni
relation                 | code: relation        | R | Tengsl við aðalumsækjanda; Tengsl; Fjölskyldutengsl
person_kind              | code: person_kind     |   | Tegund einstaklings; Fullorðinn eða barn
beneficiary_category     | code: beneficiary     |   | Grundvöllur; Staða umsóknar
application_date         | date                  |   | Umsóknardagur; Dagsetning umsóknar; Sótt um
appeal_outcome_date      | date                  |   | Úrskurðardagur; Dagsetning úrskurðar; Úrskurður kærunefndar
departure_deadline       | date                  |   | Frestur til heimfarar; Brottfararfrestur
decision_outcome         | code: outcome         | R | Ákvörðun; Niðurstaða; Niðurstaða máls
decision_date            | date                  | R | Dagsetning ákvörðunar; Ákvörðunardagur; Dags. ákvörðunar
state_group              | code: state_group     |   | Ríkjaflokkur; Flokkur ríkis
return_country           | country               | R | Heimkomuríki; Heimaland; Ríki heimfarar
return_place             | text                  |   | Heimkomustaður; Borg
travel_grant             | amount                |   | Ferðastyrkur; Ferðastyrkur (EUR)
reintegration_grant      | amount                |   | Enduraðlögunarstyrkur; Enduraðlögun
bonus                    | amount                |   | Viðbótarstyrkur; Viðbótargreiðsla
assistance_form          | code: assistance_form |   | Greiðsluform; Form aðstoðar
departure_airport        | airport               |   | Brottfararflugvöllur; Flugvöllur
earliest_departure_date  | date                  |   | Fyrsti brottfarardagur; Brottför í fyrsta lagi
latest_departure_date    | date                  |   | Síðasti brottfarardagur; Brottför í síðasta lagi
travel_needs             | codes: needs          |   | Sérþarfir á ferðalagi; Heilsufar og sérþarfir; Sérþarfir
escort_required          | code: yesno           |   | Fylgdarmaður; Þörf á fylgdarmanni
unaccompanied_minor      | code: yesno           |   | Fylgdarlaust barn; Fylgdarlaust ungmenni
language                 | text                  |   | Tungumál; Móðurmál
phone                    | phone                 |   | Sími; Símanúmer
travel_document          | code: travel_document |   | Ferðaskilríki; Tegund ferðaskilríkja
travel_document_number   | text                  |   | Vegabréfsnúmer; Númer ferðaskilríkja
travel_document_valid_to | date                  |   | Vegabréf gildir til; Ferðaskilríki gilda til
notes                    | long text             |   | Athugasemdir; Athugasemd; Annað
"""

IS_HEIM = layout("IS-HEIM", COLUMNS, file="xlsx", language="is", country="IS", dates="dmy")
