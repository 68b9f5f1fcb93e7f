"""Iceland: resettlement and family-reunification decisions."""

from decisions.layouts.table import layout

# field | type | R: required | official header; aliases
COLUMNS = """
case_number              | case number           | R | Málsnúmer; Málsnr.; Mál nr.; Málanúmer
person_number            | text                  |   | Einstaklingsnúmer; ÚTL-númer; Einstaklingsnr.
unhcr_case_number        | text                  |   | UNHCR-málsnúmer; UNHCR málsnr.; UNHCR case number
unhcr_individual_number  | text                  |   | UNHCR-einstaklingsnúmer; UNHCR individual number
linked_cases             | text                  |   | Tengd mál; Tengt mál
category                 | code: category        |   | Flokkur; Tegund máls
family_name              | name                  | R | Kenninafn; Eftirnafn; Ættarnafn
given_names              | name                  | R | Eiginnafn; Eiginnöfn; Fornafn; Skírnarnafn
single_name              | code: yesno           |   | Aðeins eitt nafn; Eitt nafn
native_name              | text                  |   | Nafn á frummáli; Nafn á móðurmáli
sex                      | code: sex             | R | Kyn; Kyn (kk/kvk); Kynferði
date_of_birth            | birth date            | R | Fæðingardagur; Fæðingardagsetning; Fæðingard.; Fd.
citizenship              | citizenship           | R | Ríkisfang; Ríkisborgararéttur; Þjóðerni
relation                 | code: relation        | R | Tengsl við aðalumsækjanda; Tengsl; Fjölskyldutengsl
country_of_asylum        | country               |   | Dvalarland; Núverandi dvalarland
place_of_stay            | text                  |   | Dvalarstaður; Borg eða búðir
decision_outcome         | code: outcome         | R | Ákvörðun; Niðurstaða; Niðurstaða máls
decision_date            | date                  | R | Dagsetning ákvörðunar; Ákvörðunardagur; Dags. ákvörðunar
permit_kind              | code: permit_kind     |   | Tegund dvalarleyfis; Dvalarleyfi
permit_valid_from        | date                  |   | Leyfi gildir frá; Gildir frá
permit_valid_to          | date                  |   | Leyfi gildir til; Gildir til
programme_year           | year                  |   | Kvótaár; Ár verkefnis
municipality             | municipality          |   | Móttökusveitarfélag; Sveitarfélag
arrival_airport          | airport               |   | Komuflugvöllur; Flugvöllur
earliest_arrival_date    | date                  |   | Fyrsti komudagur; Koma í fyrsta lagi
latest_arrival_date      | date                  |   | Síðasti komudagur; Koma í síðasta lagi
urgency                  | code: urgency         |   | Forgangur; Forgangsröðun
travel_needs             | codes: needs          |   | Sérþarfir á ferðalagi; Heilsufar og sérþarfir; Sérþarfir
escort_required          | code: yesno           |   | Fylgdarmaður; Þörf á fylgdarmanni
unaccompanied_minor      | code: yesno           |   | Fylgdarlaust barn; Fylgdarlaust ungmenni
language                 | text                  |   | Tungumál; Móðurmál
phone                    | phone                 |   | Sími; Símanúmer
travel_document          | code: travel_document |   | Ferðaskilríki; Tegund ferðaskilríkja
travel_document_number   | text                  |   | Vegabréfsnúmer; Númer ferðaskilríkja
travel_document_valid_to | date                  |   | Vegabréf gildir til; Ferðaskilríki gilda til
cost_bearer              | code: cost_bearer     |   | Greiðandi; Kostnaðaraðili
notes                    | long text             |   | Athugasemdir; Athugasemd; Annað
"""

IS_KVOTI = layout("IS-KVOTI", COLUMNS, file="xlsx", language="is", country="IS", dates="dmy")
