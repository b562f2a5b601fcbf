"""Web addresses: what is refused, what is one page, and what is not the internet."""

from __future__ import annotations

import pytest

from reader.importing.found import Refused
from reader.importing.web.addresses import is_public, joined, origin, sound


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTPS://example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
        ("  https://example.org/a\n", "https://example.org/a"),
        ("https://bücher.example/ä b?q=ü&x[]=1", "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%BC&x[]=1"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
        ("http://0x7f.1/", "http://0x7f.1/"),
        ("http://example.org./", "http://example.org./"),
        ("http://example.org?a=1", "http://example.org/?a=1"),
        ("http://example.org/100%25?a=%2F", "http://example.org/100%25?a=%2F"),
    ],
)  # fmt: skip
def test_a_sound_address_has_one_spelling(written: str, spelled: str) -> None:
    assert sound(written) == spelled
    assert sound(spelled) == spelled


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("file:///etc/passwd", "only http: and https: are read, not file:"),
        ("FTP://example.org/", "only http: and https: are read, not ftp:"),
        ("javascript:alert(1)", "only http: and https: are read, not javascript:"),
        ("data:text/html,hello", "only http: and https: are read, not data:"),
        ("gopher://example.org/", "only http: and https: are read, not gopher:"),
        ("example.org/a", "it is no web address: http:// or https:// is missing"),
        ("//example.org/a", "it is no web address: http:// or https:// is missing"),
        ("", "it is no web address: http:// or https:// is missing"),
        ("http:///a", "its address names no host"),
        ("http:example.org", "its address names no host"),
        ("http://:80/", "its address names no host"),
        ("http://me@example.org/", "its address holds a user name or a password"),
        ("http://me:secret@example.org/", "its address holds a user name or a password"),
        ("http://example.org:99999/", "its address names no possible host and port"),
        ("http://example.org:0/", "its address names the port 0"),
        ("http://example.org:http/", "its address names no possible host and port"),
        ("http://example.org:-1/", "its address names no possible host and port"),
        ("http://exa mple.org/", "its address names no possible host and port"),
        ("http://example.org\\@127.0.0.1/", "its address holds a user name or a password"),
        ("http://example.org\\.net/", "its address names no possible host and port"),
        ("http://%31%32%37.0.0.1/", "its address names no possible host and port"),
        ("http://a..b/", "its address names no possible host and port"),
        ("http://../", "its address names no possible host and port"),
        ("http://[fe80::1%25eth0]/", "its address names no possible host and port"),
        ("http://[::1/", "its address names no possible host and port"),
        ("http://[v1.x]/", "its address names no possible host and port"),
        ("http://example.org/a\r\nHost: other", "its address holds control characters"),
        ("http://example.org/a\tb", "its address holds control characters"),
        ("http://example.org/\x00", "its address holds control characters"),
        ("http://example.org/\u202egpj.exe", "its address holds control characters"),
        ("http://a.org/" + "a" * 4_096, "its address has 4,109 characters; up to 4,096 are taken"),
        ("http://" + "a" * 64 + ".org/", "its address names no possible host and port"),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        sound(written)
    assert str(refused.value) == reason


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin("https://Example.org/a?b") == "https://example.org:443"
    assert origin("http://[::1]/") == "http://[::1]:80"
    assert origin("http://127.0.0.1:8000/x") != origin("http://127.0.0.1:8001/x")


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("/b", "http://example.org/b"),
        ("c", "http://example.org/a/c"),
        ("//other.example/d", "http://other.example/d"),
        ("file:///etc/passwd", None),
        ("javascript:void(0)", None),
        ("http://[", None),
    ],
)
def test_a_link_is_read_where_it_stands(link: str, meant: str | None) -> None:
    assert joined("http://example.org/a/b", link) == meant


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("8.8.8.8", True),
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("0.0.0.0", False),
        ("0.1.2.3", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("100.127.255.255", False),
        ("100.128.0.1", True),
        ("192.0.0.8", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("224.0.0.1", False),
        ("239.255.255.250", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::127.0.0.1", False),
        ("64:ff9b::192.168.1.1", False),
        ("64:ff9b::8.8.8.8", True),
        ("64:ff9b:1::8.8.8.8", False),
        ("2002:7f00:1::", False),
        ("2002:c0a8:101::1", False),
        ("2002:808:808::", True),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("fc00::1", False),
        ("fd12:3456::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("100::1", False),
        ("4000::1", False),
        ("fe80::1%eth0", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_only_hosts_on_the_internet_are_public(ip: str, public: bool) -> None:
    assert is_public(ip) is public
