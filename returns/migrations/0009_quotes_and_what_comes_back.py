"""Quotes of suppliers who are known once; claims, and receipts of what came back. No page had written a quote before."""

import django.contrib.postgres.functions
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_merges_of_people'),
        ('returns', '0008_riat_files'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel(name='SupplierQuote'),
        migrations.CreateModel(
            name='Supplier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('country', models.CharField(blank=True, max_length=3, verbose_name='country')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'supplier',
                'verbose_name_plural': 'suppliers',
                'ordering': ['name', 'place'],
            },
        ),
        migrations.CreateModel(
            name='SupplierQuote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=200, verbose_name='what')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='amount')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=6, max_digits=16, null=True, verbose_name='rate')),
                ('rate_source', models.CharField(blank=True, max_length=200, verbose_name='source of the rate')),
                ('worth', models.DecimalField(decimal_places=2, max_digits=12)),
                ('quoted_on', models.DateField(verbose_name='quoted on')),
                ('chosen_at', models.DateTimeField(editable=False, null=True)),
                ('choice_reason', models.TextField(blank=True, verbose_name='why this one')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'quote of a supplier',
                'verbose_name_plural': 'quotes of suppliers',
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='code',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True),
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='receipt',
            field=models.CharField(blank=True, db_default='', max_length=20),
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='received_on',
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reason', models.CharField(choices=[('forced_return', 'returned by the police after all'), ('not_returned', 'did not return'), ('wrongly_paid', 'paid wrongly')], max_length=15, verbose_name='reason')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('state', models.CharField(choices=[('open', 'Open'), ('repaid', 'Paid back'), ('written_off', 'Written off')], default='open', max_length=12)),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('claimed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('written_off_at', models.DateTimeField(editable=False, null=True)),
                ('write_off_reason', models.TextField(blank=True)),
                ('claimed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recoveries', to='returns.payment')),
                ('written_off_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'recovery',
                'verbose_name_plural': 'recoveries',
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='recovery',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='returns.recovery'),
        ),
        migrations.AddConstraint(
            model_name='ledgerentry',
            constraint=models.UniqueConstraint(condition=models.Q(('receipt__gt', '')), fields=('receipt',), name='returns_ledgerentry_receipt'),
        ),
        migrations.AddField(
            model_name='supplier',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supplierquote',
            name='chosen_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supplierquote',
            name='document',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='cases.document'),
        ),
        migrations.AddField(
            model_name='supplierquote',
            name='instalment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='returns.instalment'),
        ),
        migrations.AddField(
            model_name='supplierquote',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supplierquote',
            name='supplier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='returns.supplier'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['forced_return', 'not_returned', 'wrongly_paid'])), name='returns_recovery_reason_known'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'repaid', 'written_off'])), name='returns_recovery_state_known'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claimed_at__isnull', False), ('claimed_by__isnull', False)), models.Q(('claimed_at__isnull', True), ('claimed_by__isnull', True)), _connector='OR'), name='returns_recovery_claimed_pair'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('written_off_at__isnull', False), ('written_off_by__isnull', False)), models.Q(('written_off_at__isnull', True), ('written_off_by__isnull', True)), _connector='OR'), name='returns_recovery_written_off_pair'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='returns_recovery_positive'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('payment',), name='returns_recovery_one_open'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'written_off'), _negated=True), models.Q(('write_off_reason__gt', ''), ('written_off_by__isnull', False)), _connector='OR'), name='returns_recovery_written_off_says_why'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('written_off_by', None), models.Q(('written_off_by', models.F('claimed_by')), _negated=True), _connector='OR'), name='returns_recovery_second_person'),
        ),
        migrations.AddConstraint(
            model_name='supplier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('added_at__isnull', False), ('added_by__isnull', False)), models.Q(('added_at__isnull', True), ('added_by__isnull', True)), _connector='OR'), name='returns_supplier_added_pair'),
        ),
        migrations.AddConstraint(
            model_name='supplier',
            constraint=models.UniqueConstraint(fields=('country', 'name', 'place'), name='returns_supplier_known_once'),
        ),
        migrations.AddConstraint(
            model_name='supplierquote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('recorded_at__isnull', False), ('recorded_by__isnull', False)), models.Q(('recorded_at__isnull', True), ('recorded_by__isnull', True)), _connector='OR'), name='returns_supplierquote_recorded_pair'),
        ),
        migrations.AddConstraint(
            model_name='supplierquote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chosen_at__isnull', False), ('chosen_by__isnull', False)), models.Q(('chosen_at__isnull', True), ('chosen_by__isnull', True)), _connector='OR'), name='returns_supplierquote_chosen_pair'),
        ),
        migrations.AddConstraint(
            model_name='supplierquote',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('worth__gt', 0)), name='returns_supplierquote_positive'),
        ),
        migrations.AddConstraint(
            model_name='supplierquote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rate', None), ('rate_source', '')), models.Q(('rate__gt', 0), ('rate_source__gt', '')), _connector='OR'), name='returns_supplierquote_rate_has_source'),
        ),
        migrations.AddConstraint(
            model_name='supplierquote',
            constraint=models.UniqueConstraint(condition=models.Q(('chosen_at__isnull', False)), fields=('instalment', 'what'), name='returns_supplierquote_one'),
        ),
    ]
