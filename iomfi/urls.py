"""The addresses of the house."""

from django.contrib import admin
from django.urls import include, path, re_path

from iomfi import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.language, name="choose_language"),
    path("admin/login/", views.administration_door, name="admin_login"),
    path("admin/", admin.site.urls),
    re_path(r"^accounts/(?:email|confirm-email|signup|phone)/", views.not_here, name="account_closed"),
    path("accounts/", include("allauth.urls")),
    path("authority/", include("decisions.urls.authority")),
    path("decisions/", include("decisions.urls.staff")),
    path("", include("cases.urls")),
    path("notices/", include("notices.urls")),
    path("", include("travel.urls")),
    path("resettlement/", include("resettlement.urls")),
    path("returns/", include("returns.urls")),
    path("mission/", include("returns.mission_urls")),
    path("", include("returns.public_urls")),
]
