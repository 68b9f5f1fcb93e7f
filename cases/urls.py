"""The addresses of the app `cases`: nouns are pages, verbs are forms and POST leaves."""

from django.urls import path

from cases.views import acts, case, desk, documents, listing, looks, merges, people

app_name = "cases"
urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("cases/", listing.case_list, name="list"),
    path("cases/cases.<str:kind>", listing.spreadsheet, name="spreadsheet"),
    path("cases/assign/", listing.assign_chosen, name="assign_chosen"),
    path("cases/filters/save/", listing.keep_filter, name="save_filter"),
    path("cases/filters/<uuid:code>/forget/", listing.forget_filter, name="forget_filter"),
    path("cases/<uuid:code>/", case.case_page, name="case"),
    path("cases/<uuid:code>/contact/", acts.contact, name="contact"),
    path("cases/<uuid:code>/task/", acts.new_task, name="new_task"),
    path("cases/<uuid:code>/assign/", acts.assign, name="assign"),
    path("cases/<uuid:code>/wait/", acts.wait, name="wait"),
    path("cases/<uuid:code>/suspend/", acts.suspend, name="suspend"),
    path("cases/<uuid:code>/reopen/", acts.reopen, name="reopen"),
    path("cases/<uuid:code>/document/", acts.new_document, name="new_document"),
    path("cases/<uuid:code>/consent/", acts.new_consent, name="new_consent"),
    path("cases/<uuid:case>/consent/<uuid:code>/withdraw/", acts.consent_withdrawn, name="consent_withdrawn"),
    path("cases/<uuid:code>/refer/", acts.new_referral, name="new_referral"),
    path("tasks/<uuid:code>/done/", acts.task_done, name="task_done"),
    path("documents/<uuid:code>/", documents.document_file, name="document"),
    path("looks/", looks.looks, name="looks"),
    path("people/", people.people, name="people"),
    path("people/<uuid:code>/", people.person_page, name="person"),
    path("people/<uuid:code>/merge/<uuid:other>/", merges.merge, name="merge"),
    path("people/<uuid:code>/not/<uuid:other>/", merges.not_the_same, name="not_the_same"),
    path("people/<uuid:code>/merges/<uuid:merge>/undo/", merges.undo, name="undo_merge"),
]
