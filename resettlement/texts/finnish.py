"""Finnish."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
where       | Missä vaiheessa matkani on
flight      | Lentosi: {day}, {origin} – {destination}.
home        | Asut paikkakunnalla {place}.
received    | Maa on päättänyt, että saat tulla. Alamme valmistella matkaasi.
papers      | Valmistelemme matkaasi: asiakirjat ja terveys.
seats       | Etsimme lentoja.
booked      | Lentosi on varattu.
under_way   | Olet matkalla.
arrived     | Olet perillä.
handed_over | Olet kotikunnassasi. Kunta auttaa sinua tästä eteenpäin.
on_hold     | Matkasi on keskeytetty. Soita meille, niin kerromme miksi.
withdrawn   | Olet perunut matkasi.
cancelled   | Maa on perunut päätöksensä. Soita meille, niin kerromme, mitä se tarkoittaa.
do_wait     | Odota, että soitamme. Muuta sinun ei tarvitse nyt tehdä.
do_papers   | Tule jokaiselle sovitulle käynnille. Kerro sairauksista, lääkkeistä ja raskaudesta.
do_fly      | Tule lentokentälle ilmoittamaamme aikaan asiakirjojesi kanssa.
do_arrive   | Lähde niiden mukaan, jotka ottavat sinut vastaan lentokentällä.
do_nothing  | Sinun ei tarvitse tehdä nyt mitään.
do_call     | Soita meille, jos sinulla on kysyttävää.
promise     | Lähteminen on oma valintasi. Jos et halua matkustaa, soita meille: puhumme kanssasi, ennen kuin mitään muutetaan.
"""
