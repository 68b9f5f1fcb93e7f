"""Swedish."""

TEXT = """
where       | Hur det går med min resa
flight      | Ditt flyg: {day}, från {origin} till {destination}.
home        | Du ska bo i {place}.
received    | Landet har beslutat att du får komma. Vi börjar förbereda din resa.
papers      | Vi förbereder din resa: handlingar och hälsa.
seats       | Vi söker flyg.
booked      | Ditt flyg är bokat.
under_way   | Du är på väg.
arrived     | Du är framme.
handed_over | Du är i din kommun. Kommunen hjälper dig från och med nu.
on_hold     | Din resa vilar. Ring oss så förklarar vi varför.
withdrawn   | Du har avbrutit din resa.
cancelled   | Landet har tagit tillbaka sitt beslut. Ring oss så förklarar vi vad det betyder.
do_wait     | Vänta på vårt samtal. Du behöver inte göra något annat nu.
do_papers   | Kom till alla avtalade besök. Berätta om sjukdomar, mediciner och graviditet.
do_fly      | Kom till flygplatsen den tid vi säger, med dina handlingar.
do_arrive   | Följ med dem som möter dig på flygplatsen.
do_nothing  | Du behöver inte göra något nu.
do_call     | Ring oss om du har frågor.
promise     | Det är ditt eget val att resa. Om du inte vill resa, ring oss: vi talar med dig innan något ändras.
"""
