from ipaddress import ip_address

import pytest

from lyceum.kernel.outside.addresses import OutsideRefused, is_public, refuse_odd_host

PRIVATE = [
    "127.0.0.1",
    "127.255.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "ff0e::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001:db8::1",
    "100::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "::127.0.0.1",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_an_address_that_is_not_on_the_public_internet_is_told_so(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are_public(text):
    assert is_public(ip_address(text))


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.1", "1.1.1.1.", "010.8.8.8"]
)
def test_numbers_in_disguise_are_no_host_names(host):
    with pytest.raises(OutsideRefused):
        refuse_odd_host(host)


@pytest.mark.parametrize("host", ["example.org", "1.1.1.1", "a1", "x0.x0", "2606:4700::1111"])
def test_names_and_plain_addresses_may_go_on(host):
    refuse_odd_host(host)
