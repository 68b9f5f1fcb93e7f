"""Addresses of monitoring, within those of returns."""

from django.urls import path

from returns.monitoring.views import due, question_sets, surveys, visits

urlpatterns = [
    path("", due.due, name="monitoring"),
    path("returns/<uuid:code>/", due.monitored, name="monitored"),
    path("returns/<uuid:code>/agree/", visits.agree, name="agree_visit"),
    path("returns/<uuid:code>/attempt/", visits.attempt, name="attempt"),
    path("returns/<uuid:code>/contact/<uuid:person>/", visits.contact_rule, name="contact_rule"),
    path("returns/<uuid:code>/lost/", visits.lost, name="lose_contact"),
    path("returns/<uuid:code>/survey/", surveys.begin, name="begin_survey"),
    path("visits/<uuid:code>/made/", visits.made, name="make_visit"),
    path("visits/<uuid:code>/not-made/", visits.not_made, name="miss_visit"),
    path("visits/<uuid:code>/survey/", surveys.begin_at_visit, name="survey_of_visit"),
    path("screenings/<uuid:code>/", visits.screening, name="screening"),
    path("surveys/<uuid:code>/", surveys.survey, name="survey"),
    path("surveys/<uuid:code>/finish/", surveys.finish, name="finish_survey"),
    path("surveys/<uuid:code>/<slug:name>/", surveys.part, name="survey_part"),
    path("questions/", question_sets.question_sets, name="question_sets"),
    path("questions/load/", question_sets.load, name="load_questions"),
    path("questions/<uuid:code>/", question_sets.question_set, name="question_set"),
    path("questions/<uuid:code>/<slug:name>.csv", question_sets.table, name="questions_table"),
    path("questions/<uuid:code>/activate/", question_sets.activate, name="activate_questions"),
    path("questions/<uuid:code>/discard/", question_sets.discard, name="discard_questions"),
]
