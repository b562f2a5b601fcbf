"""Web addresses: which are taken, what counts as one page, and which hosts are not ours to ask."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from reader.importing.found import Refused
from reader.text.safety import clean

# Browsers and servers agree on some 2,000 to 8,000; longer ones are data, not addresses.
LONGEST = 4_096
"""Characters in an address that is still taken."""

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[a-z0-9_.-]*[a-z0-9_-]\.?")
_IN_PATH = "/%!$&'()*+,;=:@~"
_IN_QUERY = _IN_PATH + "?[]"

# Python's own tables take only parts of it for private before 3.13 (RFC 6890).
_ASSIGNMENTS = ipaddress.ip_network("192.0.0.0/24")
# All that is handed out to hosts on the internet today lies in it (RFC 4291, IANA).
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Place:
    """A sound address, taken apart."""

    scheme: str
    """`http` or `https`."""
    host: str
    """In lower case and ASCII; IPv6 without brackets."""
    port: int
    target: str
    """Path and query, as a request names them; begins with a slash."""
    fragment: str = ""

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self._bracketed}:{self.port}"

    @property
    def authority(self) -> str:
        """Host, and port where it is not the usual one."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self._bracketed}{port}"

    @property
    def address(self) -> str:
        """One spelling of it."""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.scheme}://{self.authority}{self.target}{fragment}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def place(address: str) -> Place:
    """Take an address apart; raises Refused for what `sound` refuses."""
    address = address.strip()
    if len(address) > LONGEST:
        raise Refused(f"its address has {len(address):,} characters; up to {LONGEST:,} are taken")
    if clean(address) != address or "\n" in address or "\t" in address:
        raise Refused("its address holds control characters")
    scheme = _SCHEME.match(address)
    if scheme is None:
        raise Refused("it is no web address: http:// or https:// is missing")
    if scheme[1].lower() not in _PORTS:
        raise Refused(f"only http: and https: are read, not {scheme[1][:20].lower()}:")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise Refused("its address names no possible host and port") from error
    if "[" in parts.netloc and ":" not in (parts.hostname or ""):
        raise Refused("its address names no possible host and port")
    if "@" in parts.netloc:
        raise Refused("its address holds a user name or a password")
    if port == 0:
        raise Refused("its address names the port 0")
    query = f"?{quote(parts.query, _IN_QUERY)}" if parts.query else ""
    return Place(
        scheme=parts.scheme,
        host=_host(parts.hostname or ""),
        port=port or _PORTS[parts.scheme],
        target=(quote(parts.path, _IN_PATH) or "/") + query,
        fragment=quote(parts.fragment, _IN_QUERY),
    )


def sound(address: str) -> str:
    """The address in one spelling; raises Refused with the reason where it is not a web address."""
    return place(address).address


def origin(address: str) -> str:
    """Scheme, host and port of an address (`https://example.org:443`); raises Refused."""
    return place(address).origin


def joined(base: str, link: str) -> str | None:
    """The sound address that a link on a page means; None where it is none."""
    try:
        return sound(urljoin(base, link.strip()))
    except (Refused, ValueError):
        return None


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to a host on the internet, and so not to this or a near one.

    Addresses that carry another one inside (mapped, NAT64, 6to4) are as public as that.
    """
    try:
        found = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not found.is_multicast and found not in _ASSIGNMENTS
    inner = _inner(found)
    if inner is not None:
        return is_public(str(inner))
    return found in _GLOBAL_UNICAST and found.is_global


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _host(name: str) -> str:
    if not name:
        raise Refused("its address names no host")
    if ":" in name:
        # With a zone ("%eth0") it is a host on this network and nothing that a page can mean.
        if "%" in name:
            raise Refused("its address names no possible host and port")
        try:
            return str(ipaddress.IPv6Address(name))
        except ValueError as error:
            raise Refused("its address names no possible host and port") from error
    try:
        host = name.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise Refused("its address names no possible host and port") from error
    if not _HOST.fullmatch(host):
        raise Refused("its address names no possible host and port")
    return host
