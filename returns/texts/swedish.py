"""Swedish."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
language        | Svenska
apply_title     | Jag vill återvända
apply_lead      | Berätta hur vi når dig. Vi ringer och talar med dig. Formuläret avgör ingenting och kostar ingenting.
promise         | Du kan ändra dig när som helst, även på flygplatsen.
host            | Var är du nu?
FI              | Finland
SE              | Sverige
IS              | Island
family_name     | Efternamn
given_names     | Förnamn
born            | Födelsedatum
year            | År
month           | Månad
day             | Dag
day_hint        | Om du bara vet året lämnar du månad och dag tomma.
return_country  | Till vilket land vill du återvända?
persons         | Hur många återvänder, du själv inräknad?
phone           | Telefon
email           | E-post
safe_contact    | Hur kan vi kontakta dig på ett säkert sätt?
safe_hint       | Till exempel: bara sms, bara på morgonen.
message         | Vad mer bör vi veta?
consent         | Jag samtycker till att IOM sparar det jag skriver här och använder det för att svara mig.
check           | Granska det jag skrev
check_title     | Stämmer detta?
send            | Skicka
change          | Ändra
sent_title      | Vi har tagit emot det
sent_lead       | Vi kontaktar dig inom fem arbetsdagar. Spara koden: med den och ditt födelsedatum öppnar du din egen sida.
once            | Koden visas bara nu. Skriv upp den eller ta en bild.
own_page        | Till min egen sida
needed          | Detta behövs.
optional        | valfritt
one_name        | Skriv minst ett namn.
no_day          | Den dagen finns inte.
reach_needed    | Skriv ett telefonnummer eller en e-postadress.
consent_needed  | Vi kan bara svara om du samtycker.
too_many        | För många försök. Vänta en timme eller ring oss.
title           | Min resa
lead            | Öppna din sida med koden du fick av oss och ditt födelsedatum.
code            | Kod
open            | Öppna
wrong           | Koden och födelsedatumet hör inte ihop. Kontrollera dem eller ring oss.
where           | Hur långt min återresa har kommit
todo            | Vad jag måste göra
call            | Vem jag kan ringa
contact_rule    | Vi kontaktar dig bara på det sätt du har bett om.
flight          | Ditt flyg: {day}, från {origin} till {destination}.
deadline        | Du måste lämna landet senast {day}.
withdraw        | Jag vill inte återvända
withdraw_title  | Vill du avbryta?
withdraw_lead   | Du kan avbryta när som helst. Du behöver inte säga varför. Det straffas inte, och du behöver inte betala för flyget.
withdraw_what   | Dina platser lämnas tillbaka och pengar som inte har betalats ut stoppas.
withdraw_yes    | Ja, avbryt min återresa
back            | Tillbaka
asked           | Du har avbrutit din återresa. Det gäller från {time}. Till dess kan du ångra dig.
undo            | Jag vill ändå återvända
undone          | Din återresa fortsätter.
too_late        | Din återresa är redan avbruten. Ring oss om du vill återvända.
leave           | Lämna sidan
sent            | Vi har tagit emot ditt meddelande. En rådgivare kontaktar dig.
shut            | Din förfrågan har avslutats. Du kan skriva till oss igen.
talk            | Vi talar med dig om din önskan att återvända.
applied         | Din ansökan granskas.
statement       | Vi väntar på svar från polisen eller myndigheten.
decided         | Myndigheten har beslutat att du får hjälp att återvända.
papers          | Vi förbereder din resa: handlingar och hälsa.
seats           | Vi söker flyg.
booked          | Ditt flyg är bokat.
under_way       | Du är på väg.
arrived         | Du är framme. Vi gör en plan tillsammans med dig.
paid            | Ditt stöd betalas ut.
monitoring      | Vi håller kontakten med dig.
closed          | Din återresa är avslutad.
on_hold         | Din återresa vilar. Din rådgivare förklarar varför.
withdrawn       | Du har avbrutit din återresa.
refused         | Du får inte den här hjälpen. Din rådgivare förklarar varför.
do_wait         | Vänta på att vi ringer. Du behöver inte göra något mer nu.
do_nothing      | Du behöver inte göra något nu.
do_sign         | Skriv under att du återvänder av egen fri vilja. Vi läser texten tillsammans med dig.
do_papers       | Ta med ditt pass. Berätta för oss om sjukdomar och mediciner.
do_fly          | Kom till flygplatsen den tid vi säger, med ditt pass.
do_mission      | Ring IOM:s kontor i ditt land.
do_visit        | Säg till om ditt telefonnummer eller din adress ändras.
"""
