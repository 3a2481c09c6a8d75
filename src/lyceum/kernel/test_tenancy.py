from uuid import UUID

import pytest

from lyceum.kernel import tenancy

ONE = UUID(int=1)


def test_asking_for_the_tenant_outside_of_one_raises():
    with pytest.raises(tenancy.NoTenant, match=r"tenancy\.using"):
        tenancy.current()


def test_everywhere_is_no_tenant():
    with tenancy.everywhere(), pytest.raises(tenancy.NoTenant):
        tenancy.current()


def test_the_scope_ends_with_its_block_even_after_an_error():
    with pytest.raises(ValueError, match="boom"), tenancy.using(ONE):
        raise ValueError("boom")
    with pytest.raises(tenancy.NoTenant):
        tenancy.current()
