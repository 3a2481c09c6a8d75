import pytest
from django.core.cache import cache
from django.urls import reverse

from conftest import PASSWORD
from lyceum.kernel.mail.models import OutgoingMail

LOGIN, HOME = reverse("account_login"), reverse("home:home")
