"""English: the source of the other languages."""

# ruff: noqa: E501 - a table has one line per row

TEXT = """
language        | English
apply_title     | I want to return
apply_lead      | Tell us how to reach you. We call you and talk with you. Nothing is decided by this form, and it costs nothing.
promise         | You may change your mind at any time, even at the airport.
host            | Where are you now?
FI              | Finland
SE              | Sweden
IS              | Iceland
family_name     | Family name
given_names     | Given names
born            | Date of birth
year            | Year
month           | Month
day             | Day
day_hint        | If you only know the year, leave month and day empty.
return_country  | To which country do you want to return?
persons         | How many people return, with you?
phone           | Telephone
email           | E-mail
safe_contact    | How may we contact you safely?
safe_hint       | For example: only text messages, only in the morning.
message         | What else should we know?
consent         | I agree that IOM keeps what I write here and uses it to answer me.
check           | Check what I wrote
check_title     | Is this right?
send            | Send
change          | Change
sent_title      | We have received it
sent_lead       | We contact you within five working days. Keep this code: with it and your date of birth you open your own page.
once            | The code is shown only now. Write it down or take a picture.
own_page        | To my own page
needed          | This is needed.
optional        | optional
one_name        | Write at least one name.
no_day          | There is no such day.
reach_needed    | Write a telephone number or an e-mail address.
consent_needed  | We can only answer if you agree.
too_many        | Too many attempts. Wait an hour, or call us.
title           | My journey
lead            | Open your page with the code that you got from us and your date of birth.
code            | Code
open            | Open
wrong           | Code and date of birth do not belong together. Look again, or call us.
where           | Where my return stands
todo            | What I must do
call            | Whom I can call
contact_rule    | We contact you only in the way you asked for.
flight          | Your flight: {day}, from {origin} to {destination}.
deadline        | You must leave the country by {day}.
withdraw        | I do not want to return
withdraw_title  | Do you want to stop?
withdraw_lead   | You may stop at any time. You need not say why. There is no penalty, and nothing to pay back for the flight.
withdraw_what   | Your seats are given back and money that is not paid yet is cancelled.
withdraw_yes    | Yes, stop my return
back            | Back
asked           | You have stopped your return. It holds from {time}. Until then you can go back.
undo            | I want to return after all
undone          | Your return goes on.
too_late        | Your return has been stopped already. Call us if you want to return.
leave           | Leave this page
sent            | We have received your message. An adviser will contact you.
shut            | Your request was closed. You may write to us again.
talk            | We talk with you about your wish to return.
applied         | Your application is being looked at.
statement       | We are waiting for the answer of the police or the authority.
decided         | The authority has decided that you get help to return.
papers          | We prepare your journey: documents and health.
seats           | We are looking for flights.
booked          | Your flight is booked.
under_way       | You are on your way.
arrived         | You have arrived. We make a plan with you.
paid            | Your support is being paid.
monitoring      | We stay in contact with you.
closed          | Your return is completed.
on_hold         | Your return rests. Your adviser explains why.
withdrawn       | You have stopped your return.
refused         | You do not get this help. Your adviser explains why.
do_wait         | Wait for our call. You need not do anything else now.
do_nothing      | You need not do anything now.
do_sign         | Sign the declaration that you return of your own free will. We read it with you.
do_papers       | Bring your passport. Tell us of illnesses and medicines.
do_fly          | Come to the airport at the time we tell you, with your passport.
do_mission      | Call the IOM office in your country.
do_visit        | Tell us if your telephone number or address changes.
"""
