"""One file of settings, read from the environment; a wrong one stops the start with a sentence.

`PORTAL=demo` (the default) runs on the embedded servers of `DATA_DIR` with invented people.
`PORTAL=production` needs SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, REDIS_URL, EMAIL_URL and the flight provider's keys.
"""

import secrets
import sys
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from iomfi.beat import SCHEDULE
from iomfi.demo.accounts import ACCOUNTS, PASSWORD
from iomfi.local.places import Places

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / ".data"))).resolve()
PLACES = Places.of(DATA_DIR)

PORTAL = env.str("PORTAL", "demo")
if PORTAL not in {"demo", "production"}:
    sys.exit(f"PORTAL must be 'demo' or 'production', not {PORTAL!r}.")
DEMO = PORTAL == "demo"


def needed(name: str) -> str:
    """A setting that production cannot do without."""
    value = env.str(name, "")
    if not value:
        sys.exit(f"PORTAL=production needs {name} in the environment.")
    return value


def demo_secret() -> str:
    """A secret of this data folder's own, made once, so that sessions outlive a restart."""
    file = DATA_DIR / "secret_key"
    if not file.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_urlsafe(50))
        file.chmod(0o600)
    return file.read_text()


if DEMO:
    DEMO_ACCOUNTS = [(account.email, account.who) for account in ACCOUNTS]  # shown on the sign-in page
    DEMO_PASSWORD = PASSWORD

SECRET_KEY = env.str("SECRET_KEY", "") or (demo_secret() if DEMO else needed("SECRET_KEY"))
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"] if DEMO else needed("ALLOWED_HOSTS").split(",")
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.int('PORT', 8000)}" if DEMO else f"https://{ALLOWED_HOSTS[0]}")

INSTALLED_APPS = [
    "iomfi",
    "accounts",
    "notices",
    "cases",
    "decisions",
    "travel",
    "resettlement",
    "returns",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "js_lib_bootstrap5",
    "pgtrigger",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.middleware.NotTooLarge",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.NoStore",
    "accounts.middleware.SignedInLanguage",
    "accounts.middleware.SecondFactor",
    "accounts.middleware.DeclaredViews",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "iomfi.urls"
WSGI_APPLICATION = "iomfi.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "iomfi.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Data ----------------------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL") if env.str("DATABASE_URL", "") else PLACES.database()}
if not DEMO:
    needed("DATABASE_URL")
DATABASES["default"] |= {"ATOMIC_REQUESTS": True, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}

MEDIA_ROOT = Path(env.str("FILES_DIR", str(PLACES.files)))  # outside the web root; served only through the door
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
MOST_BYTES_SENT = 40 * 1024 * 1024  # a request that says it is larger is not read; files have limits of their own
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEMO

# Sign-in -------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "accounts.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by administrators; there is no sign-up
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = not DEMO  # a passkey belongs to a domain; the demo answers at an address without one
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", not DEMO)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # the pair: a stranger must not lock an authority out
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_USERNAME_CALLABLE = "accounts.adapter.login_of"
AXES_CLIENT_IP_CALLABLE = "accounts.adapter.place_of"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 0 if DEMO else 1)  # else everybody came from the proxy
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip"}  # allauth's own limit by account would lock it for everybody
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
SESSION_COOKIE_AGE = 20 * 60  # quiet minutes before sign-in is asked again
SESSION_SAVE_EVERY_REQUEST = True
SESSION_LONGEST = 8 * 60 * 60  # seconds since sign-in, however busy
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Headers -------------------------------------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not DEMO
if not DEMO:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS, SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD = 31536000, True, True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # usernames are e-mail addresses and are wanted in the attempt log

# Languages and time --------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fi", _("Finnish")), ("sv", _("Swedish")), ("is", _("Icelandic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
FORMAT_MODULE_PATH = "iomfi.formats"  # the office writes dates as 03.12.2026, also in English
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# Work nobody waits for: the broker is a doorbell, Postgres rows are the ledger ---------------------------------------

CELERY_BROKER_URL = env.str("REDIS_URL", "") or (PLACES.broker_url if DEMO else needed("REDIS_URL"))
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER, CELERY_ACCEPT_CONTENT = "json", ["json"]
CELERY_TASK_ACKS_LATE = False  # a late ack would start a task twice; the sweeper finds what an early ack loses
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 60, 90
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_WORKER_LOST_WAIT = 1.0  # a killed process frees its place at once: there is no result to wait for
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1, "socket_timeout": 5, "visibility_timeout": 3600,
    "max_retries": 1, "connect_retries_timeout": 1,  # a page rings once; it does not wait for a dead broker
}  # fmt: skip
CELERY_TASK_PUBLISH_RETRY = False  # nobody waits for the doorbell
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = {
    "travel.*": {"queue": "travel"},
    "notices.*": {"queue": "notices"},
    "decisions.*": {"queue": "files"},
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = SCHEDULE
FAILPOINTS = env.bool("FAILPOINTS", False)  # named places where a drill may kill the process

# Mail and the flight provider ----------------------------------------------------------------------------------------

vars().update(env.email("EMAIL_URL") if env.str("EMAIL_URL", "") else {})
if not env.str("EMAIL_URL", ""):
    if not DEMO:
        needed("EMAIL_URL")
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", PLACES.port("mail")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "IOM Finland <portal@iom.example>")
FLIGHTS_URL = env.str("FLIGHTS_URL", f"http://127.0.0.1:{PLACES.port('airline')}" if DEMO else "https://api.duffel.com")
FLIGHTS_TOKEN = env.str("FLIGHTS_TOKEN", "sandbox_token" if DEMO else "")
FLIGHTS_WEBHOOK_SECRET = env.str("FLIGHTS_WEBHOOK_SECRET", "sandbox_webhook_secret" if DEMO else "")
TRAVEL_CONTACT_EMAIL = env.str("TRAVEL_CONTACT_EMAIL", "travel@iom.example")  # airlines reach the office, nobody else
TRAVEL_CONTACT_PHONE = env.str("TRAVEL_CONTACT_PHONE", "+358401234567")
RETURNS_EMAIL, RETURNS_PHONE = env.str("RETURNS_EMAIL", "return@iom.example"), env.str("RETURNS_PHONE", "+358401234568")
CHARTER_WORKING_DAYS = env.int("CHARTER_WORKING_DAYS", 5)  # how early RIAT wants the cases of a charter
WANTED_QUOTES = env.int("WANTED_QUOTES", 3)  # for one thing in kind; three is custom, the office has not confirmed it
RETURNS_LOST_AFTER = env.int("RETURNS_LOST_AFTER", 3)  # days on which nobody answered, until contact counts as lost
RETURNS_SCREENING_DAYS = env.int("RETURNS_SCREENING_DAYS", 14)  # for a screening after a vulnerability was flagged
TRAVEL_PACE = env.float("TRAVEL_PACE", 1.0)  # scales every wait and lease of booking; only drills set it below 1

# Logs carry codes, never names ---------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "iomfi.logs.Line", "format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "INFO" if not DEBUG else "DEBUG")},
    "loggers": {"httpx": {"level": "WARNING"}, "axes": {"level": "WARNING"}},
}
