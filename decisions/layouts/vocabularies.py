"""Coded values and footer words, in the words of each authority's language; the first word is the official one."""

# ruff: noqa: E501 - a table has one line per row

from decisions.layouts.table import vocabulary

LANGUAGES = ("fi", "sv", "is")

# code | fi | sv | is
TABLES = {
    "sex": """
F | nainen; N; naispuolinen; kvinna; K | kvinna; K; kvinnligt | kona; kvk; kvenkyn; kvenkyns
M | mies; M; miespuolinen; man | man; M; manligt | karl; kk; karlkyn; karlmaður; karlkyns
X | muu; X; ei tiedossa; annat | annat; X; okänt; ej angivet | annað; X; kynsegin; hlutlaust; óþekkt
""",
    "relation": """
principal    | päähakija; PH; pääasiallinen hakija; hakija; huvudsökande | huvudsökande; HS; huvudperson; sökande | aðalumsækjandi; AU; umsækjandi
spouse       | puoliso; aviopuoliso; vaimo; aviomies; make; maka | make; maka; make/maka; hustru | maki; eiginkona; eiginmaður
partner      | avopuoliso; avovaimo; avomies; sambo | sambo; registrerad partner | sambúðarmaki; sambýliskona; sambýlismaður
child        | lapsi; tytär; poika; barn | barn; dotter; son | barn; dóttir; sonur
stepchild    | lapsipuoli; tytärpuoli; poikapuoli | styvbarn; styvdotter; styvson; bonusbarn | stjúpbarn; stjúpdóttir; stjúpsonur
foster_child | kasvattilapsi; huollettava lapsi | fosterbarn; vårdnadsbarn | fósturbarn
parent       | vanhempi; äiti; isä; förälder | förälder; mor; far; mamma; pappa | foreldri; móðir; faðir
sibling      | sisarus; sisko; sisar; veli; syskon | syskon; syster; bror | systkini; systir; bróðir
grandparent  | isovanhempi; isoäiti; isoisä | mor-/farförälder; mormor; farmor; morfar; farfar | amma; afi
grandchild   | lapsenlapsi | barnbarn | barnabarn
other        | muu sukulainen; muu; muu perheenjäsen | annan släkting; annan; övrig | annar ættingi; annað
""",
    "outcome": """
positive | myönteinen; myönnetty; hyväksytty; beviljad; bifall | bifall; beviljat; beviljad; bifalles | samþykkt; veitt; jákvæð; fallist á
negative | kielteinen; evätty; hylätty; avslag | avslag; avslås; avslagen | synjað; synjun; hafnað; neikvæð
partial  | osittain myönteinen; myönnetty osittain; osittain; delvis beviljad | delvis bifall; delvis beviljat; delvis | samþykkt að hluta; veitt að hluta; að hluta
""",
    "urgency": """
normal    | normaali; tavallinen; normal | normal; ordinarie | venjulegt; almennt
urgent    | kiireellinen; brådskande | brådskande; prioriterad | áríðandi; brýnt
emergency | hätätapaus; erittäin kiireellinen; akut | akut; nödfall | neyðartilvik; neyð
""",
    "category": """
quota             | kiintiöpakolainen; kiintiö; kvotflykting | kvotflykting; kvot | kvótaflóttamaður; flóttamaður í boði stjórnvalda
quota_family      | kiintiöpakolaisen perheenjäsen; kvotflyktings familjemedlem | kvot anknytning | fjölskylda kvótaflóttamanns
family_state_paid | perheenjäsen, valtio korvaa | resebidrag; anknytning resebidrag | fjölskyldusameining, ríkið greiðir
family_self_payer | perheenjäsen, itse maksava; itse maksava | anknytning egenfinansierad; egenfinansierad | fjölskyldusameining; fjölskyldusameining, greitt af fjölskyldu
family_red_cross  | perheenjäsen, SPR | anknytning Röda Korset; Röda Korset | fjölskyldusameining, Rauði krossinn
""",
    "permit_kind": """
refugee      | pakolaisasema; A pakolaisasema; flyktingstatus | flyktingstatus; konventionsflykting | alþjóðleg vernd; flóttamaður
subsidiary   | toissijainen suojelu; alternativt skydd | alternativt skyddsbehövande; alternativ skyddsstatus | viðbótarvernd
family       | perheside; familjeband | anknytning; familjeanknytning | fjölskyldusameining
humanitarian | yksilöllinen inhimillinen syy | synnerligen ömmande omständigheter | mannúðarsjónarmið; mannúðarleyfi
permanent    | pysyvä; P | permanent uppehållstillstånd; PUT | ótímabundið dvalarleyfi
temporary    | tilapäinen; B | tidsbegränsat uppehållstillstånd; TUT | tímabundið dvalarleyfi
""",
    "needs": """
none               | ei; ei tarpeita; inga | inga; nej; ingen | engar; nei
wheelchair         | pyörätuoli; rullstol; WCHR; WCHS; WCHC | rullstol; WCHR; WCHS; WCHC | hjólastóll; WCHR; WCHS; WCHC
stretcher          | paarit; STCR | bår; STCR | sjúkrabörur; STCR
oxygen             | happi; lisähappi; OXYG | syrgas; OXYG | súrefni; OXYG
medical_escort     | lääkärisaattaja; sairaanhoitajasaattaja; MEDA | medicinsk ledsagare; läkare; MEDA | læknisfylgd; MEDA
operational_escort | saattaja | ledsagare | fylgd
visual             | näkövamma; BLND | synnedsättning; blind; BLND | sjónskerðing; BLND
hearing            | kuulovamma; DEAF | hörselnedsättning; döv; DEAF | heyrnarskerðing; DEAF
pregnancy          | raskaus; raskaana | graviditet; gravid | meðganga; ólétt
dialysis           | dialyysi | dialys | skilun
medication         | lääkitys | medicinering; läkemedel | lyfjagjöf; lyf
infant             | sylivauva; INFT | spädbarn; INFT | ungbarn; INFT
other              | muu | annat; övrigt | annað
""",
    "yesno": """
yes | kyllä; K; ja; X | ja; J; X | já; J; X
no  | ei; E; nej | nej; N | nei; N
""",
    "travel_document": """
passport                | passi; kansallinen passi; pass | pass; nationellt pass; hemlandspass | vegabréf
aliens_passport         | muukalaispassi; främlingspass | främlingspass | vegabréf fyrir útlending
refugee_travel_document | pakolaisen matkustusasiakirja; resedokument | resedokument | ferðaskilríki fyrir flóttamann
emergency_document      | ICRC; hätämatkustusasiakirja; laissez-passer | ICRC; laissez-passer; provisoriskt pass | ICRC; neyðarvegabréf; laissez-passer
none                    | ei ole; puuttuu | saknas; ingen | ekkert; vantar
""",
    "cost_bearer": """
authority | Migri; Maahanmuuttovirasto; valtio | Migrationsverket; MIG | ráðuneyti; ríkið; Útlendingastofnun
family    | itse maksava; perhe | egenfinansierad; familjen | fjölskylda; sjálf greitt
red_cross | SPR; Punainen Risti | Röda Korset; SRK | Rauði krossinn
""",
    "beneficiary": """
rejected             | kielteinen turvapaikkapäätös; kielteinen päätös | avslag på asylansökan; avslag | synjun um vernd; synjun
withdrawn            | peruutettu hakemus; hakemus peruutettu | återtagen ansökan; återtagande | umsókn dregin til baka; dregin til baka
status_ended         | suojeluasema lakkautettu; asema lakkautettu | återkallad status | vernd afturkölluð
temporary_protection | tilapäinen suojelu | massflyktsdirektivet; tillfälligt skydd | sameiginleg vernd
trafficking_victim   | ihmiskaupan uhri | människohandelsoffer | þolandi mansals
permit_51            | 51 § lupa; tilapäinen lupa 51 § | verkställighetshinder | óframkvæmanleg brottvísun
""",
    "assistance_form": """
cash        | käteinen; raha-avustus | kontantstöd; kontant | reiðufé
in_kind     | hyödyketuki; hyödyke | reintegrationsstöd; stöd in natura | í fríðu; enduraðlögunaraðstoð
mixed       | yhdistelmä; käteinen ja hyödyketuki | kombinerat | blandað
travel_only | vain matkakulut; matka | endast resa | aðeins ferð
""",
    "person_kind": """
adult               | aikuinen | vuxen | fullorðinn
child               | lapsi | barn | barn
unaccompanied_minor | yksin tullut lapsi | ensamkommande barn | fylgdarlaust barn
""",
    "state_group": """
A |  |  | A
B |  |  | B
C |  |  | C
""",
}
VOCABULARIES = {name: vocabulary(table, LANGUAGES) for name, table in TABLES.items()}

FOOTERS = {
    "fi": ("yhteensä", "summa", "lukumäärä", "tulostettu", "sivu", "laatija", "huom", "total"),
    "sv": ("totalt", "summa", "antal", "utskrivet", "utskriven", "sida", "upprättad av", "obs", "total"),
    "is": ("samtals", "alls", "fjöldi", "prentað", "síða", "útbúið af", "ath", "total"),
}
