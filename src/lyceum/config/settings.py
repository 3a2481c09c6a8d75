"""Django's settings. What an institution may choose is read by `environment.py` alone."""

import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import environ
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from lyceum.config.environment import secret_key, value
from lyceum.kernel import logs

PACKAGE = Path(__file__).resolve().parent.parent
TESTING = "pytest" in sys.modules
HOME: Path = value("LYCEUM_HOME").resolve()
DEBUG: bool = value("LYCEUM_DEBUG")
HTTPS: bool = value("LYCEUM_HTTPS")
SECRET_KEY = "only-for-tests-" * 4 if TESTING else secret_key(HOME)
ALLOWED_HOSTS: list[str] = value("LYCEUM_HOSTS") + ([".test"] if TESTING else [])
CSRF_TRUSTED_ORIGINS: list[str] = value("LYCEUM_ORIGINS")

INSTALLED_APPS = [
    "lyceum.kernel",
    "lyceum.core.people",
    "lyceum.core.courses",
    "lyceum.core.enrolment",
    "lyceum.core.record",
    "lyceum.interop.cartridge",
    "lyceum.web",
    "lyceum.demo",
    "lyceum.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_tasks_db",
]

MIDDLEWARE = [
    "lyceum.web.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lyceum.kernel.logs.RequestLogMiddleware",
    "lyceum.web.middleware.CompressionMiddleware",
    "lyceum.web.middleware.InstitutionMiddleware",
    "lyceum.web.auditing.AuditMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lyceum.web.middleware.PersonMiddleware",
    "lyceum.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "lyceum.config.urls"
WSGI_APPLICATION = "lyceum.config.wsgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "lyceum.web.templatetags.ui",
                "lyceum.web.templatetags.course",
                "django.templatetags.i18n",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.messages.context_processors.messages",
                "lyceum.web.context.shell",
            ],
        },
    }
]

# Database -------------------------------------------------------------------------------------
SQLITE = {
    "ENGINE": "lyceum.kernel.sqlite",
    "NAME": HOME / "db.sqlite3",
    # To open a connection, and to close the last one, costs more than most pages.
    "CONN_MAX_AGE": 600,
    "TEST": {"NAME": ":memory:"},
}


def database(url: str) -> dict[str, object]:
    """Return the settings of the database at `url`, or of SQLite in LYCEUM_HOME."""
    if not url:
        return dict(SQLITE)
    settings = environ.Env.db_url_config(url)
    if "postgresql" in settings["ENGINE"]:
        settings["OPTIONS"] = {
            **settings.get("OPTIONS", {}),
            "server_side_binding": True,
            "prepare_threshold": 1,
        }
        settings["CONN_MAX_AGE"] = 600
        settings["CONN_HEALTH_CHECKS"] = True
    return settings


DATABASES = {"default": database(value("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if TESTING
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kernel_cache",
    }
}

# Sign-in --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["lyceum.core.people.backends.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
    if TESTING
    else "lyceum.core.people.backends.TunedArgon2Hasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "lyceum.web.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if value("LYCEUM_PROXY") else 0
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "signup": "20/m/ip",
}
SESSION_ENGINE = "lyceum.core.people.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lyceum.web.errors.pages.csrf_failed"

# Headers (SECURITY, Headers) -------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.NONCE, CSP.STRICT_DYNAMIC],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "frame-src": [CSP.SELF, *(f"https://{host}" for host in value("LYCEUM_EMBED_HOSTS"))],
    "frame-ancestors": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
    "form-action": [CSP.SELF],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS and value("LYCEUM_PROXY")
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if value("LYCEUM_PROXY") else None
X_FRAME_OPTIONS = "SAMEORIGIN"
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
MORE_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
}
EMBED_HOSTS: list[str] = value("LYCEUM_EMBED_HOSTS")
OUTSIDE_ALLOW: list[str] = value("LYCEUM_OUTSIDE_ALLOW")

# Languages and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = "lyceum.locale"
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_COOKIE_NAME = "language"

# Files -----------------------------------------------------------------------------------------
BUILT = PACKAGE / "web" / "ui" / "built"
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [path for path in (BUILT, PACKAGE / "web" / "ui" / "static") if path.exists()]
FILE_LIMIT: int = value("LYCEUM_FILE_LIMIT")
FILE_QUOTA: int = value("LYCEUM_QUOTA")
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_388_608
PLAIN_STATIC = TESTING or DEBUG


def file_storage(url: str) -> dict[str, object]:
    """Return the storage of people's files: a folder, or S3 where `url` says so."""
    if not url:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": HOME / "files"},
        }
    parts = urlsplit(url)
    options = {key: texts[-1] for key, texts in parse_qs(parts.query).items()}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": parts.netloc,
            "endpoint_url": options.get("endpoint"),
            "region_name": options.get("region", "us-east-1"),
            "querystring_auth": True,
            "file_overwrite": True,
        },
    }


STORAGES = {
    "default": file_storage(value("LYCEUM_FILES_URL")),
    "files": file_storage(value("LYCEUM_FILES_URL")),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PLAIN_STATIC
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = PLAIN_STATIC
WHITENOISE_MAX_AGE = 0 if PLAIN_STATIC else 60


# Mail, jobs, logs ------------------------------------------------------------------------------
def mailer(url: str) -> dict[str, object]:
    """Return the mail server at `url`; console:// prints mail instead."""
    found = environ.Env.email_url_config(url.replace("console://", "consolemail://"))
    backend = found["EMAIL_BACKEND"]
    if not backend.endswith("smtp.EmailBackend"):
        return {"BACKEND": backend}
    options = {
        "host": found.get("EMAIL_HOST") or "localhost",
        "port": found.get("EMAIL_PORT"),
        "username": found.get("EMAIL_HOST_USER"),
        "password": found.get("EMAIL_HOST_PASSWORD"),
        "use_tls": found.get("EMAIL_USE_TLS", False),
        "use_ssl": found.get("EMAIL_USE_SSL", False),
        "timeout": 20,
    }
    return {"BACKEND": backend, "OPTIONS": options}


MAILERS = {"default": mailer(value("LYCEUM_MAIL_URL"))}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = value("LYCEUM_MAIL_FROM")
TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.immediate.ImmediateBackend"
        if TESTING
        else "django_tasks_db.DatabaseBackend"
    }
}
LOGGING_CONFIG = None
logs.configure(debug=DEBUG, level=value("LYCEUM_LOG_LEVEL"))
