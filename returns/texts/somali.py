"""Somali."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
language        | Soomaali
apply_title     | Waxaan rabaa inaan ku noqdo dalkayga
apply_lead      | Noo sheeg sida aan kuula soo xiriiri karno. Waan ku soo wacaynaa oo waan kula hadlaynaa. Foomkani waxba kuma xukumo, waana bilaash.
promise         | Go'aankaaga waad beddeli kartaa mar kasta, xitaa garoonka diyaaradaha.
host            | Hadda xaggee joogtaa?
FI              | Finland
SE              | Iswiidhan
IS              | Iceland
family_name     | Magaca qoyska
given_names     | Magacyada hore
born            | Taariikhda dhalashada
year            | Sanad
month           | Bil
day             | Maalin
day_hint        | Haddii aad sanadka oo keliya garanayso, bisha iyo maalinta ka tag.
return_country  | Waddankee ayaad rabtaa inaad ku noqoto?
persons         | Immisa qof ayaa noqonaysa, adigu aad ku jirto?
phone           | Telefoon
email           | Iimeyl
safe_contact    | Sidee ayaan si ammaan ah kuula soo xiriiri karnaa?
safe_hint       | Tusaale: fariin qoraal ah oo keliya, subaxdii oo keliya.
message         | Maxaa kale oo ay tahay inaan ogaanno?
consent         | Waan oggolahay in IOM ay kaydiso waxa aan halkan ku qoro oo ay u isticmaasho inay ii jawaabto.
check           | Hubi waxa aan qoray
check_title     | Tani ma sax baa?
send            | Dir
change          | Beddel
sent_title      | Waan helnay
sent_lead       | Waxaan kula soo xiriiraynaa shan maalmood oo shaqo gudahood. Kaydso koodhkan: isaga iyo taariikhda dhalashadaada ayaad ku furanaysaa boggaaga.
once            | Koodhka hadda oo keliya ayaa la tusayaa. Qor ama sawir ka qaad.
own_page        | Boggayga
needed          | Tani waa loo baahan yahay.
optional        | ikhtiyaari
one_name        | Ugu yaraan hal magac qor.
no_day          | Maalin sidaas ah ma jirto.
reach_needed    | Qor lambar telefoon ama iimeyl.
consent_needed  | Waxaan jawaabi karnaa oo keliya haddii aad oggolaato.
too_many        | Isku dayo aad u badan. Saacad sug ama na soo wac.
title           | Safarkayga
lead            | Ku fur boggaaga koodhka aad naga heshay iyo taariikhda dhalashadaada.
code            | Koodh
open            | Fur
wrong           | Koodhka iyo taariikhda dhalashada isma laha. Mar kale eeg ama na soo wac.
where           | Halka noqoshadaydu marayso
todo            | Waxa aan samaynayo
call            | Cidda aan wici karo
contact_rule    | Waxaan kuula soo xiriiraynaa oo keliya sidii aad codsatay.
flight          | Duullimaadkaaga: {day}, {origin} ilaa {destination}.
deadline        | Waa inaad dalka ka baxdaa ugu dambayn {day}.
withdraw        | Ma rabo inaan noqdo
withdraw_title  | Ma rabtaa inaad joojiso?
withdraw_lead   | Mar kasta waad joojin kartaa. Uma baahnid inaad sabab sheegto. Ciqaab ma leh, duullimaadkana waxba kama bixinaysid.
withdraw_what   | Kuraastaada waa la celinayaa, lacagta aan weli la bixinna waa la joojinayaa.
withdraw_yes    | Haa, jooji noqoshadayda
back            | Dib u noqo
asked           | Waad joojisay noqoshadaada. Waxay dhaqan gelaysaa {time}. Ilaa markaas waad ka noqon kartaa.
undo            | Weli waxaan rabaa inaan noqdo
undone          | Noqoshadaadu way socotaa.
too_late        | Noqoshadaada horay ayaa loo joojiyay. Na soo wac haddii aad rabto inaad noqoto.
leave           | Ka bax boggan
sent            | Waan helnay fariintaada. La-taliye ayaa kula soo xiriiri doona.
shut            | Codsigaaga waa la xiray. Mar kale waad noo soo qori kartaa.
talk            | Waxaan kaala hadlaynaa rabitaankaaga inaad noqoto.
applied         | Codsigaaga waa la eegayaa.
statement       | Waxaan sugaynaa jawaabta booliska ama hay'adda.
decided         | Hay'addu waxay go'aansatay in lagaa caawiyo noqoshada.
papers          | Waxaan diyaarinaynaa safarkaaga: dukumentiyada iyo caafimaadka.
seats           | Waxaan raadinaynaa duullimaadyo.
booked          | Duullimaadkaaga waa la qabtay.
under_way       | Jidka ayaad ku jirtaa.
arrived         | Waad timid. Qorshe ayaan kula samaynaynaa.
paid            | Taageeradaada waa la bixinayaa.
monitoring      | Waan kula xiriiraynaa.
closed          | Noqoshadaadu way dhammaatay.
on_hold         | Noqoshadaadu way hakatay. La-taliyahaaga ayaa kuu sheegaya sababta.
withdrawn       | Waad joojisay noqoshadaada.
refused         | Caawimaaddan ma helaysid. La-taliyahaaga ayaa kuu sheegaya sababta.
do_wait         | Sug wicitaankeenna. Wax kale uma baahnid inaad hadda samayso.
do_nothing      | Hadda waxba uma baahnid inaad samayso.
do_sign         | Saxiix inaad ku noqonayso rabitaankaaga xorta ah. Waan kula akhrinaynaa.
do_papers       | Keen baasaboorkaaga. Noo sheeg cudurrada iyo daawooyinka.
do_fly          | Imow garoonka wakhtiga aan kuu sheegno, baasaboorkaagana wado.
do_mission      | Wac xafiiska IOM ee dalkaaga.
do_visit        | Noo sheeg haddii lambarkaaga ama cinwaankaagu isbeddelo.
"""
