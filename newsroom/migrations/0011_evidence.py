"""Sources, evidence, the vault, policy, settlements, corrections and signatures."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0010_captures'),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='text')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Applied',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name_plural': 'applied',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As it was uploaded.', max_length=255, verbose_name='name')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveIntegerField(verbose_name='bytes')),
                ('media_type', models.CharField(help_text='As its content says.', max_length=100, verbose_name='type')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('old', models.TextField(verbose_name='as it reads')),
                ('new', models.TextField(blank=True, verbose_name='as it should read')),
                ('reason', models.TextField(verbose_name='reason')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('accepted', models.BooleanField(verbose_name='accepted')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('text', models.TextField(verbose_name='text')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Erratum',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('correction', 'correction'), ('clarification', 'clarification'), ('update', 'update'), ('note', 'editor’s note'), ('withdrawal', 'withdrawal')], max_length=13, verbose_name='class')),
                ('cause', models.CharField(choices=[('never-marked', 'never marked'), ('evidence-wrong', 'evidence wrong'), ('evidence-misread', 'evidence misread'), ('changed-after-check', 'changed after check'), ('overridden', 'overridden'), ('source-changed', 'source changed')], max_length=20, verbose_name='cause')),
                ('wording', models.TextField(help_text='As readers are told.', verbose_name='wording')),
                ('received_at', models.DateTimeField(help_text='When somebody told the house.', verbose_name='received')),
                ('published_at', models.DateTimeField(help_text='When readers were told.', verbose_name='published')),
                ('record', models.JSONField(default=dict, verbose_name='in force at the time')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name_plural': 'errata',
                'ordering': ['-published_at'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('tier', models.CharField(choices=[('primary', 'primary'), ('secondary', 'secondary'), ('tertiary', 'tertiary')], default='primary', max_length=9, verbose_name='tier')),
                ('stance', models.CharField(choices=[('supports', 'supports'), ('contradicts', 'contradicts'), ('context', 'context')], default='supports', max_length=11, verbose_name='stance')),
                ('locator', models.CharField(blank=True, help_text='Page, paragraph, timecode or cell: p. 14, 12:31, B7.', max_length=120, verbose_name='where in it')),
                ('passage', models.TextField(blank=True, help_text='The source’s own words.', verbose_name='passage')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('formula', models.CharField(blank=True, max_length=400, verbose_name='formula')),
                ('inputs', models.JSONField(blank=True, default=list, verbose_name='inputs')),
                ('result', models.CharField(blank=True, max_length=60, verbose_name='result')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='withdrawn')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.TextField(blank=True, editable=False, verbose_name='sealed')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='sealed at')),
                ('destroyed_at', models.DateTimeField(blank=True, null=True, verbose_name='destroyed')),
            ],
            options={
                'verbose_name_plural': 'identities',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Knower',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Policy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(unique=True, verbose_name='version')),
                ('signatures', models.JSONField(default=list, help_text='Who signs, in this order: checker, editor, legal.', verbose_name='signatures')),
                ('legal', models.BooleanField(default=True, help_text='Where a claim has the flag legal, a legal signature is asked for as well.', verbose_name='a lawyer signs flagged stories')),
                ('note', models.TextField(blank=True, verbose_name='what changed')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name_plural': 'policies',
                'ordering': ['-version'],
                'get_latest_by': 'version',
            },
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='Rule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='order')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('kinds', models.JSONField(blank=True, default=list, verbose_name='kinds')),
                ('flags', models.JSONField(blank=True, default=list, verbose_name='flags')),
                ('anonymous', models.BooleanField(default=False, verbose_name='only where an unnamed source is used')),
                ('primary', models.PositiveSmallIntegerField(default=0, verbose_name='primary sources')),
                ('secondary', models.PositiveSmallIntegerField(default=0, verbose_name='or independent secondary ones')),
                ('record', models.BooleanField(default=False, verbose_name='recording, transcript or notes with a place in it')),
                ('locator', models.BooleanField(default=False, verbose_name='a place in what counts')),
                ('kept', models.BooleanField(default=False, verbose_name='a file or snapshot kept')),
                ('second', models.BooleanField(default=False, verbose_name='a second source or a document')),
                ('known', models.BooleanField(default=False, verbose_name='an editor who knows the identity')),
                ('reviews', models.PositiveSmallIntegerField(default=0, verbose_name='reviews by different people')),
            ],
            options={
                'ordering': ['policy_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Settled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('verdict', models.CharField(choices=[('sourced', 'sourced'), ('disputed', 'disputed'), ('opinion', 'opinion')], max_length=9, verbose_name='outcome')),
                ('reason', models.TextField(verbose_name='reason')),
                ('role', models.CharField(max_length=12, verbose_name='role at the time')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('sha256', models.CharField(help_text='Of the text that was signed.', max_length=64, verbose_name='SHA-256')),
                ('capacity', models.CharField(choices=[('checker', 'checker'), ('editor', 'editor'), ('legal', 'legal')], max_length=8, verbose_name='signs as')),
                ('roles', models.JSONField(default=list, verbose_name='roles at the time')),
                ('problems', models.JSONField(default=list, verbose_name='what the gate said')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='open problems')),
                ('override', models.TextField(blank=True, verbose_name='reason for signing over them')),
                ('scope', models.JSONField(default=list, verbose_name='passages')),
                ('head', models.CharField(max_length=64, verbose_name='head of the audit trail')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name': 'signature',
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked', models.CharField(max_length=2000, verbose_name='address asked')),
                ('address', models.CharField(blank=True, help_text='Where redirects led to.', max_length=2000, verbose_name='address')),
                ('status', models.PositiveSmallIntegerField(help_text='The server’s, for example 200.', null=True, verbose_name='status')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='failure')),
                ('sha256', models.CharField(blank=True, help_text='Of the bytes.', max_length=64, verbose_name='SHA-256')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('kind', models.CharField(choices=[('document', 'document'), ('data', 'data'), ('page', 'web page'), ('recording', 'recording'), ('transcript', 'transcript'), ('interview', 'interview'), ('correspondence', 'correspondence'), ('notes', 'reporter’s notes'), ('expert', 'expert'), ('coverage', 'previous coverage'), ('ai', 'AI output')], default='document', max_length=14, verbose_name='kind')),
                ('address', models.CharField(blank=True, help_text='On the web: https://…', max_length=2000, verbose_name='address')),
                ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='date')),
                ('origin', models.CharField(blank=True, help_text='Where copies come from, for example one agency’s story: all with the same origin count once.', max_length=200, verbose_name='origin')),
                ('person', models.CharField(blank=True, help_text='Where it is somebody’s word.', max_length=200, verbose_name='person')),
                ('contact', models.CharField(blank=True, max_length=400, verbose_name='contact')),
                ('anonymous', models.BooleanField(default=False, verbose_name='not named in the story')),
                ('code', models.CharField(blank=True, help_text='Of a confidential source: K-7.', max_length=12, verbose_name='code name')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('folded', models.TextField(editable=False, help_text='What can be searched for, case-folded.')),
                ('version', models.PositiveIntegerField(default=1, editable=False, help_text='One more with each change.')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made')),
            ],
            options={
                'ordering': ['title', 'id'],
            },
        ),
        migrations.AddField(
            model_name='claim',
            name='pieces',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Live pieces of evidence for or against it.', verbose_name='evidence'),
        ),
        migrations.AlterField(
            model_name='suspension',
            name='review',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='suspension', to='newsroom.review'),
        ),
        migrations.AddIndex(
            model_name='thread',
            index=models.Index(condition=models.Q(('kind', 'query'), ('resolved_at__isnull', True)), fields=['due'], name='thread_open_query'),
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'query'), _negated=True), ('due__isnull', False), _connector='OR'), name='thread_query_has_due'),
        ),
        migrations.AddField(
            model_name='answer',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='applied',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.draft'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correction',
            name='anchor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.anchor'),
        ),
        migrations.AddField(
            model_name='correction',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correction',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='newsroom.claim'),
        ),
        migrations.AddField(
            model_name='applied',
            name='correction',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='applied', to='newsroom.correction'),
        ),
        migrations.AddField(
            model_name='decision',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='correction',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='newsroom.correction'),
        ),
        migrations.AddField(
            model_name='dissent',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dissents', to='newsroom.article'),
        ),
        migrations.AddField(
            model_name='dissent',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='dissent',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.draft'),
        ),
        migrations.AddField(
            model_name='erratum',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='errata', to='newsroom.article'),
        ),
        migrations.AddField(
            model_name='erratum',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='erratum',
            name='claim',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='errata', to='newsroom.claim'),
        ),
        migrations.AddField(
            model_name='erratum',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
        ),
        migrations.AddField(
            model_name='erratum',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.draft'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='evidence',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='newsroom.claim'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='replaces',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='newsroom.evidence'),
        ),
        migrations.AddField(
            model_name='correction',
            name='evidence',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.evidence'),
        ),
        migrations.AddField(
            model_name='answer',
            name='evidence',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='newsroom.evidence'),
        ),
        migrations.AddField(
            model_name='identity',
            name='destroyed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='identity',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='knower',
            name='editor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='policy',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reader',
            name='identity',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='newsroom.identity'),
        ),
        migrations.AddField(
            model_name='reader',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='rule',
            name='policy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='newsroom.policy'),
        ),
        migrations.AddField(
            model_name='settled',
            name='review',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settled', to='newsroom.review'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='anchor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.anchor'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='settlement',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='newsroom.claim'),
        ),
        migrations.AddField(
            model_name='settled',
            name='settlement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settled', to='newsroom.settlement'),
        ),
        migrations.AddField(
            model_name='suspension',
            name='settlement',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='suspension', to='newsroom.settlement'),
        ),
        migrations.AddConstraint(
            model_name='suspension',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('review__isnull', False), ('settlement__isnull', True)), models.Q(('review__isnull', True), ('settlement__isnull', False)), _connector='OR'), name='suspension_of_mark_or_settlement'),
        ),
        migrations.AddField(
            model_name='signoff',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to='newsroom.article'),
        ),
        migrations.AddField(
            model_name='signoff',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signoff',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to='newsroom.draft'),
        ),
        migrations.AddField(
            model_name='signoff',
            name='policy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='newsroom.policy'),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='source',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='newsroom.source'),
        ),
        migrations.AddField(
            model_name='knower',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='knowers', to='newsroom.source'),
        ),
        migrations.AddField(
            model_name='identity',
            name='source',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='newsroom.source'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='newsroom.source'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='newsroom.source'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('accepted', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='decision_declines_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='dissent',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='dissent_has_text'),
        ),
        migrations.AddConstraint(
            model_name='erratum',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'clarification', 'update', 'note', 'withdrawal'])), name='erratum_class_known'),
        ),
        migrations.AddConstraint(
            model_name='erratum',
            constraint=models.CheckConstraint(condition=models.Q(('cause__in', ['never-marked', 'evidence-wrong', 'evidence-misread', 'changed-after-check', 'overridden', 'source-changed'])), name='erratum_cause_known'),
        ),
        migrations.AddConstraint(
            model_name='erratum',
            constraint=models.CheckConstraint(condition=models.Q(('wording', ''), _negated=True), name='erratum_has_wording'),
        ),
        migrations.AddConstraint(
            model_name='erratum',
            constraint=models.CheckConstraint(condition=models.Q(('published_at__gte', models.F('received_at'))), name='erratum_times_in_order'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('old', ''), _negated=True), models.Q(('old', models.F('new')), _negated=True)), name='correction_changes_words'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='correction_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='answer_has_text'),
        ),
        migrations.AddConstraint(
            model_name='policy',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='policy_version_from_one'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.UniqueConstraint(fields=('identity', 'user'), name='reader_once'),
        ),
        migrations.AddConstraint(
            model_name='rule',
            constraint=models.UniqueConstraint(fields=('policy', 'number'), name='rule_number_once'),
        ),
        migrations.AddConstraint(
            model_name='rule',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='rule_has_name'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ('sourced', 'disputed', 'opinion'))), name='settlement_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='settlement_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='signoff',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__in', ('checker', 'editor', 'legal'))), name='signoff_capacity_known'),
        ),
        migrations.AddConstraint(
            model_name='signoff',
            constraint=models.CheckConstraint(condition=models.Q(('count', 0), models.Q(('override', ''), _negated=True), _connector='OR'), name='signoff_over_problems_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='signoff',
            constraint=models.UniqueConstraint(fields=('draft', 'capacity', 'by'), name='signoff_once'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['title', 'id'], name='source_by_title'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['document', 'data', 'page', 'recording', 'transcript', 'interview', 'correspondence', 'notes', 'expert', 'coverage', 'ai'])), name='source_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='source_has_title'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('code',), name='source_code_once'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('code', ''), models.Q(('anonymous', True), ('contact', ''), ('person', '')), _connector='OR'), name='source_confidential_is_nameless'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('failure', ''), models.Q(('sha256', ''), _negated=True)), models.Q(('sha256', ''), ('text', ''), models.Q(('failure', ''), _negated=True)), _connector='OR'), name='snapshot_taken_or_failed'),
        ),
        migrations.AddConstraint(
            model_name='knower',
            constraint=models.UniqueConstraint(fields=('source', 'editor'), name='knower_once'),
        ),
        migrations.AddConstraint(
            model_name='identity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('destroyed_at__isnull', True), models.Q(('sealed', ''), _negated=True)), models.Q(('destroyed_at__isnull', False), ('sealed', '')), _connector='OR'), name='identity_sealed_or_destroyed'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('tier__in', ['primary', 'secondary', 'tertiary'])), name='evidence_tier_known'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('stance__in', ['supports', 'contradicts', 'context'])), name='evidence_stance_known'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('source__isnull', False), models.Q(('formula', ''), _negated=True), _connector='OR'), name='evidence_has_source_or_formula'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('formula', ''), ('result', '')), models.Q(models.Q(('formula', ''), _negated=True), models.Q(('result', ''), _negated=True)), _connector='OR'), name='evidence_formula_has_result'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn', False), ('replaces__isnull', False), _connector='OR'), name='evidence_withdraws_something'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.UniqueConstraint(fields=('source', 'sha256'), name='attachment_once'),
        ),
    ]
