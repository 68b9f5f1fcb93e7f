"""The first set of questions and the first schedule of visits; from here on administrators keep both."""

from django.db import migrations

from returns.monitoring.shipped import SCHEDULE, SET, shipped_questions


def write(apps, schema_editor):
    QuestionSet, Question, Step = (
        apps.get_model("returns", name) for name in ("QuestionSet", "Question", "MonitoringStep")
    )
    made = QuestionSet.objects.create(**SET)
    Question.objects.bulk_create(Question(question_set=made, **row) for row in shipped_questions().rows)
    Step.objects.bulk_create(Step(**step) for step in SCHEDULE)


class Migration(migrations.Migration):
    dependencies = [("returns", "0010_monitoring_of_returns")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
