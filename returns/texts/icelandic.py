"""Icelandic."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
language        | Íslenska
apply_title     | Ég vil snúa heim
apply_lead      | Segðu okkur hvernig við náum í þig. Við hringjum og tölum við þig. Eyðublaðið ræður engu og kostar ekkert.
promise         | Þú mátt skipta um skoðun hvenær sem er, jafnvel á flugvellinum.
host            | Hvar ert þú núna?
FI              | Finnland
SE              | Svíþjóð
IS              | Ísland
family_name     | Kenninafn
given_names     | Eiginnöfn
born            | Fæðingardagur
year            | Ár
month           | Mánuður
day             | Dagur
day_hint        | Ef þú veist aðeins árið skaltu hafa mánuð og dag auð.
return_country  | Til hvaða lands viltu snúa aftur?
persons         | Hve margir snúa aftur, að þér meðtöldum?
phone           | Sími
email           | Netfang
safe_contact    | Hvernig getum við haft samband við þig á öruggan hátt?
safe_hint       | Til dæmis: aðeins SMS, aðeins á morgnana.
message         | Hvað fleira ættum við að vita?
consent         | Ég samþykki að IOM geymi það sem ég skrifa hér og noti það til að svara mér.
check           | Yfirfara það sem ég skrifaði
check_title     | Er þetta rétt?
send            | Senda
change          | Breyta
sent_title      | Við höfum móttekið þetta
sent_lead       | Við höfum samband innan fimm virkra daga. Geymdu kóðann: með honum og fæðingardegi þínum opnar þú þína eigin síðu.
once            | Kóðinn er aðeins sýndur núna. Skrifaðu hann niður eða taktu mynd.
own_page        | Á síðuna mína
needed          | Þetta þarf að fylla út.
optional        | valfrjálst
one_name        | Skrifaðu að minnsta kosti eitt nafn.
no_day          | Sá dagur er ekki til.
reach_needed    | Skrifaðu símanúmer eða netfang.
consent_needed  | Við getum aðeins svarað ef þú samþykkir.
too_many        | Of margar tilraunir. Bíddu í klukkustund eða hringdu í okkur.
title           | Ferðin mín
lead            | Opnaðu síðuna þína með kóðanum sem þú fékkst hjá okkur og fæðingardegi þínum.
code            | Kóði
open            | Opna
wrong           | Kóðinn og fæðingardagurinn eiga ekki saman. Athugaðu aftur eða hringdu í okkur.
where           | Hvar heimförin mín er stödd
todo            | Hvað ég þarf að gera
call            | Í hvern ég get hringt
contact_rule    | Við höfum aðeins samband á þann hátt sem þú baðst um.
flight          | Flugið þitt: {day}, frá {origin} til {destination}.
deadline        | Þú þarft að yfirgefa landið í síðasta lagi {day}.
withdraw        | Ég vil ekki snúa heim
withdraw_title  | Viltu hætta við?
withdraw_lead   | Þú mátt hætta við hvenær sem er. Þú þarft ekki að segja hvers vegna. Því fylgir engin refsing og ekkert þarf að borga fyrir flugið.
withdraw_what   | Sætunum þínum er skilað og fé sem ekki hefur verið greitt er fellt niður.
withdraw_yes    | Já, hætta við heimförina
back            | Til baka
asked           | Þú hefur hætt við heimförina. Það gildir frá {time}. Fram að því getur þú snúið við.
undo            | Ég vil samt snúa heim
undone          | Heimförin heldur áfram.
too_late        | Þegar hefur verið hætt við heimförina. Hringdu í okkur ef þú vilt snúa heim.
leave           | Yfirgefa síðuna
sent            | Við höfum móttekið skilaboðin þín. Ráðgjafi hefur samband við þig.
shut            | Beiðninni þinni var lokað. Þú mátt skrifa okkur aftur.
talk            | Við tölum við þig um ósk þína um að snúa heim.
applied         | Verið er að skoða umsóknina þína.
statement       | Við bíðum eftir svari lögreglu eða stjórnvalds.
decided         | Stjórnvaldið hefur ákveðið að þú fáir aðstoð við heimför.
papers          | Við undirbúum ferðina þína: skjöl og heilsu.
seats           | Við leitum að flugi.
booked          | Flugið þitt er bókað.
under_way       | Þú ert á leiðinni.
arrived         | Þú ert á áfangastað. Við gerum áætlun með þér.
paid            | Verið er að greiða stuðninginn þinn.
monitoring      | Við höldum sambandi við þig.
closed          | Heimförinni er lokið.
on_hold         | Heimförin er í bið. Ráðgjafinn þinn útskýrir hvers vegna.
withdrawn       | Þú hefur hætt við heimförina.
refused         | Þú færð ekki þessa aðstoð. Ráðgjafinn þinn útskýrir hvers vegna.
do_wait         | Bíddu eftir símtali frá okkur. Þú þarft ekki að gera annað núna.
do_nothing      | Þú þarft ekki að gera neitt núna.
do_sign         | Skrifaðu undir yfirlýsingu um að þú snúir heim af fúsum og frjálsum vilja. Við lesum hana með þér.
do_papers       | Komdu með vegabréfið þitt. Segðu okkur frá veikindum og lyfjum.
do_fly          | Komdu á flugvöllinn á þeim tíma sem við segjum þér, með vegabréfið.
do_mission      | Hringdu í skrifstofu IOM í landinu þínu.
do_visit        | Láttu okkur vita ef símanúmer þitt eða heimilisfang breytist.
"""
