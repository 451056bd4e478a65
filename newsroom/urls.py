"""Every address of the desk, page by page. URL name = module-view."""

from django.contrib import admin
from django.urls import include, path

from newsroom.web import (
    accounts,
    claims,
    coverage,
    drafts,
    files,
    gate,
    history,
    intake,
    paper,
    policy,
    quotes,
    review,
    signing,
    stories,
)

handler403 = "newsroom.web.refusals.denied"

urlpatterns = [
    path("", stories.index, name="stories-index"),
    path("stories/new/", intake.new, name="intake-new"),
    path("stories/<int:article>/", review.article, name="review-article"),
    path("stories/<int:article>/imported/", intake.imported, name="intake-imported"),
    path("stories/<int:article>/details/", stories.details, name="stories-details"),
    path("stories/<int:article>/gate/", gate.article, name="gate-article"),
    path("stories/<int:article>/sign/", signing.article, name="signing-article"),
    path("stories/<int:article>/dissent/", signing.dissent, name="signing-dissent"),
    path("stories/<int:article>/paper/", paper.article, name="paper-article"),
    path("stories/<int:article>/history/", history.article, name="history-article"),
    path("stories/<int:article>/drafts/new/", drafts.new, name="drafts-new"),
    path("stories/<int:article>/drafts/<int:old>/<int:new>/", drafts.compare, name="drafts-compare"),
    path("stories/<int:article>/drafts/<int:number>/", drafts.read, name="drafts-read"),
    path("stories/<int:article>/changes/", review.changes, name="review-changes"),
    path("stories/<int:article>/claims/new/", claims.new, name="claims-new"),
    path("stories/<int:article>/coverage/", coverage.article, name="coverage-article"),
    path("stories/<int:article>/coverage/dismiss/", coverage.dismiss, name="coverage-dismiss"),
    path("dismissals/<int:dismissal>/take-back/", coverage.take_back, name="coverage-take-back"),
    path("claims/<int:claim>/mark/", review.mark, name="review-mark"),
    path("claims/<int:claim>/undo/", review.undo, name="review-undo"),
    path("claims/<int:claim>/accept/", claims.accept, name="claims-accept"),
    path("claims/<int:claim>/bounds/", claims.bounds, name="claims-bounds"),
    path("claims/<int:claim>/dismiss/", claims.dismiss, name="claims-dismiss"),
    path("claims/<int:claim>/take-back/", claims.take_back, name="claims-take-back"),
    path("quotes/<int:quote>/speaker/", quotes.speaker, name="quotes-speaker"),
    path("threads/<int:thread>/resolve/", review.resolve, name="review-resolve"),
    path("sources/<int:source>/files/", files.source, name="files-source"),
    path("sources/<int:source>/look/", files.look, name="files-look"),
    path("files/<int:attachment>/", files.attachment, name="files-attachment"),
    path("snapshots/<int:snapshot>/", files.snapshot, name="files-snapshot"),
    path("policy/", policy.read, name="policy-read"),
    path("policy/<int:version>/", policy.read, name="policy-read"),
    path("settings/", accounts.settings, name="accounts-settings"),
    path("accounts/", include(accounts.pages)),
    path("admin/", admin.site.urls),
]
