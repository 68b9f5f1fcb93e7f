"""Finnish."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
language        | Suomi
apply_title     | Haluan palata
apply_lead      | Kerro, miten sinut tavoittaa. Soitamme sinulle ja keskustelemme kanssasi. Lomake ei ratkaise mitään eikä maksa mitään.
promise         | Voit muuttaa mielesi milloin tahansa, vielä lentokentälläkin.
host            | Missä olet nyt?
FI              | Suomi
SE              | Ruotsi
IS              | Islanti
family_name     | Sukunimi
given_names     | Etunimet
born            | Syntymäaika
year            | Vuosi
month           | Kuukausi
day             | Päivä
day_hint        | Jos tiedät vain vuoden, jätä kuukausi ja päivä tyhjiksi.
return_country  | Mihin maahan haluat palata?
persons         | Montako henkilöä palaa sinun kanssasi, sinä mukaan lukien?
phone           | Puhelin
email           | Sähköposti
safe_contact    | Miten voimme ottaa sinuun turvallisesti yhteyttä?
safe_hint       | Esimerkiksi: vain tekstiviestejä, vain aamulla.
message         | Mitä muuta meidän pitäisi tietää?
consent         | Suostun siihen, että IOM säilyttää tämän ja käyttää sitä vastatakseen minulle.
check           | Tarkista, mitä kirjoitin
check_title     | Onko tämä oikein?
send            | Lähetä
change          | Muuta
sent_title      | Olemme saaneet viestisi
sent_lead       | Otamme yhteyttä viiden työpäivän kuluessa. Säilytä tämä koodi: sillä ja syntymäajallasi avaat oman sivusi.
once            | Koodi näytetään vain nyt. Kirjoita se muistiin tai ota siitä kuva.
own_page        | Omalle sivulle
needed          | Tämä tarvitaan.
optional        | valinnainen
one_name        | Kirjoita vähintään yksi nimi.
no_day          | Sellaista päivää ei ole.
reach_needed    | Kirjoita puhelinnumero tai sähköpostiosoite.
consent_needed  | Voimme vastata vain, jos suostut.
too_many        | Liian monta yritystä. Odota tunti tai soita meille.
title           | Oma matkani
lead            | Avaa sivusi meiltä saamallasi koodilla ja syntymäajallasi.
code            | Koodi
open            | Avaa
wrong           | Koodi ja syntymäaika eivät kuulu yhteen. Tarkista ne tai soita meille.
where           | Missä vaiheessa paluuni on
todo            | Mitä minun pitää tehdä
call            | Kenelle voin soittaa
contact_rule    | Otamme yhteyttä vain siten kuin olet pyytänyt.
flight          | Lentosi: {day}, {origin}–{destination}.
deadline        | Sinun on poistuttava maasta viimeistään {day}.
withdraw        | En halua palata
withdraw_title  | Haluatko keskeyttää?
withdraw_lead   | Voit keskeyttää milloin tahansa. Sinun ei tarvitse kertoa syytä. Siitä ei rangaista, eikä lentoa tarvitse maksaa takaisin.
withdraw_what   | Paikkasi perutaan, ja raha, jota ei ole vielä maksettu, peruutetaan.
withdraw_yes    | Kyllä, keskeytä paluuni
back            | Takaisin
asked           | Olet keskeyttänyt paluusi. Se tulee voimaan {time}. Siihen asti voit vielä perua.
undo            | Haluan sittenkin palata
undone          | Paluusi jatkuu.
too_late        | Paluusi on jo keskeytetty. Soita meille, jos haluat palata.
leave           | Poistu sivulta
sent            | Olemme saaneet viestisi. Neuvoja ottaa sinuun yhteyttä.
shut            | Pyyntösi on suljettu. Voit kirjoittaa meille uudelleen.
talk            | Keskustelemme kanssasi halustasi palata.
applied         | Hakemustasi käsitellään.
statement       | Odotamme poliisin tai viranomaisen vastausta.
decided         | Viranomainen on päättänyt, että saat apua paluuseen.
papers          | Valmistelemme matkaasi: asiakirjat ja terveys.
seats           | Etsimme lentoja.
booked          | Lentosi on varattu.
under_way       | Olet matkalla.
arrived         | Olet perillä. Teemme kanssasi suunnitelman.
paid            | Tukeasi maksetaan.
monitoring      | Pidämme sinuun yhteyttä.
closed          | Paluusi on saatettu päätökseen.
on_hold         | Paluusi on keskeytyksissä. Neuvojasi kertoo miksi.
withdrawn       | Olet keskeyttänyt paluusi.
refused         | Et saa tätä apua. Neuvojasi kertoo miksi.
do_wait         | Odota soittoamme. Muuta sinun ei tarvitse nyt tehdä.
do_nothing      | Sinun ei tarvitse nyt tehdä mitään.
do_sign         | Allekirjoita ilmoitus, että palaat omasta tahdostasi. Luemme sen kanssasi.
do_papers       | Tuo passisi. Kerro meille sairauksista ja lääkkeistä.
do_fly          | Tule lentokentälle ilmoittamaamme aikaan passi mukanasi.
do_mission      | Soita maasi IOM-toimistoon.
do_visit        | Kerro meille, jos puhelinnumerosi tai osoitteesi muuttuu.
"""
