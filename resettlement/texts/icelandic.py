"""Icelandic."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
where       | Hvar ferðin mín er stödd
flight      | Flugið þitt: {day}, frá {origin} til {destination}.
home        | Þú munt búa í {place}.
received    | Landið hefur ákveðið að þú megir koma. Við byrjum að undirbúa ferðina þína.
papers      | Við undirbúum ferðina þína: skjöl og heilsu.
seats       | Við leitum að flugi.
booked      | Flugið þitt er bókað.
under_way   | Þú ert á leiðinni.
arrived     | Þú ert á áfangastað.
handed_over | Þú ert í sveitarfélaginu þínu. Það aðstoðar þig héðan í frá.
on_hold     | Ferðin þín bíður. Hringdu í okkur og við útskýrum hvers vegna.
withdrawn   | Þú hefur hætt við ferðina.
cancelled   | Landið hefur dregið ákvörðun sína til baka. Hringdu í okkur og við útskýrum hvað það þýðir.
do_wait     | Bíddu eftir símtali frá okkur. Þú þarft ekki að gera neitt annað núna.
do_papers   | Mættu í alla tíma sem þú færð. Segðu okkur frá sjúkdómum, lyfjum og þungun.
do_fly      | Komdu á flugvöllinn á þeim tíma sem við segjum þér, með skjölin þín.
do_arrive   | Farðu með fólkinu sem tekur á móti þér á flugvellinum.
do_nothing  | Þú þarft ekki að gera neitt núna.
do_call     | Hringdu í okkur ef þú hefur spurningar.
promise     | Það er þitt eigið val að fara. Ef þú vilt ekki ferðast skaltu hringja í okkur: við tölum við þig áður en nokkru er breytt.
"""
