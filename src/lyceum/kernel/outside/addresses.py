"""Which addresses an outside call may reach: public ones, and those the settings name."""

import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.utils.translation import gettext as _

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]

NAT64 = IPv6Network("64:ff9b::/96")
DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)")


class OutsideRefused(ValueError):
    """The call was not made, since its address is not one that calls may reach."""


def resolve_by_system(host: str, port: int) -> list[str]:
    """Return the addresses of `host`, in the system's order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]).split("%")[0] for *_kind, address in found))


def refuse_odd_host(host: str) -> None:
    """Refuse numbers in disguise (`0x7f.1`, `2130706433`, `0177.0.0.1`) before they resolve."""
    last = host.rstrip(".").rsplit(".", 1)[-1]
    if not NUMBER.fullmatch(last):
        return
    plain = DOTTED.fullmatch(host) and not re.search(r"(?:^|\.)0\d", host)
    if not plain:
        raise OutsideRefused(_("“%(host)s” is not a host name.") % {"host": host})


def is_public(address: Address) -> bool:
    """Whether `address` is on the public internet, also where it hides an IPv4 one."""
    if isinstance(address, IPv6Address):
        inner = _inside(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that a mapped, 6to4, NAT64 or Teredo address leads to."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour


def checked_addresses(host: str, found: list[str]) -> list[str]:
    """Return `found` when all of it is public; one private address refuses the whole host."""
    for text in found:
        if not is_public(ip_address(text)):
            message = _("“%(host)s” leads to a private address, which Lyceum does not call.")
            raise OutsideRefused(message % {"host": host})
    return found
