"""Somali."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
where       | Safarkaygu meesha uu marayo
flight      | Duulimaadkaaga: {day}, ka {origin} ilaa {destination}.
home        | Waxaad degi doontaa {place}.
received    | Dalku wuxuu go'aansaday inaad imaan karto. Waxaan bilaabaynaa diyaarinta safarkaaga.
papers      | Waxaan diyaarinaynaa safarkaaga: dukumentiyada iyo caafimaadka.
seats       | Waxaan raadinaynaa duulimaadyo.
booked      | Duulimaadkaaga waa la qabtay.
under_way   | Jidka ayaad ku jirtaa.
arrived     | Waad timid.
handed_over | Waxaad joogtaa degmadaada. Hadda laga bilaabo degmada ayaa ku caawinaysa.
on_hold     | Safarkaagu wuu hakaday. Na soo wac: waxaan kuu sharxaynaa sababta.
withdrawn   | Waxaad joojisay safarkaaga.
cancelled   | Dalku wuxuu ka noqday go'aankiisii. Na soo wac: waxaan kuu sharxaynaa macnaheeda.
do_wait     | Sug wicitaankayaga. Hadda wax kale uma baahnid inaad samayso.
do_papers   | Kaalay ballan kasta. Noo sheeg cudurrada, daawooyinka iyo uurka.
do_fly      | Kaalay garoonka diyaaradaha wakhtiga aan kuu sheegno, adigoo dukumentiyadaada wata.
do_arrive   | Raac dadka garoonka kugu soo dhaweynaya.
do_nothing  | Hadda waxba uma baahnid inaad samayso.
do_call     | Na soo wac haddii aad su'aalo qabto.
promise     | Safarku waa doorashadaada. Haddii aadan rabin inaad safarto, na soo wac: waan kula hadlaynaa ka hor inta aan waxba la beddelin.
"""
