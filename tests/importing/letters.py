"""Invented letters, built as the large senders build theirs."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage

HEADLINE = "Ice closes both piers at Coldwater"
BODY = (
    "The harbour office of Coldwater closed both piers on Sunday after the ice reached a thickness"
    " of forty centimetres, the second time this winter that ships were turned away.",
    "“We would rather lose a week of trade than a crew,” the office said in a notice that was"
    " pinned to the door of the ferry terminal and read out on the radio.",
    "Fishing boats may leave through the northern channel between nine and noon. The icebreaker"
    " Heron is expected on Tuesday, two days later than the plan for the season had promised.",
    "Shops on the quay said that deliveries of flour, diesel and medicine had been moved to the"
    " road, which is open but slow.",
)
TEXT = "\n\n".join(BODY) + "\n"
ISSUE = "https://mailchi.example/coast/ice-closes-both-piers"
POST = "https://coast.letters.example/p/ice-closes-both-piers"


def letter_of(html: str | None, plain: str | None, headers: dict[str, str] | None = None) -> bytes:
    """A letter with these parts."""
    message = EmailMessage()
    message["Subject"] = HEADLINE
    message["From"] = '"Coast Weekly" <news@coast.example>'
    message["To"] = "someone@home.example"
    message["Date"] = "Tue, 05 Mar 2024 10:04:31 +0100"
    message["Message-ID"] = "<17@coast.example>"
    for name, value in (headers or {}).items():
        del message[name]
        message[name] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def from_a_campaign() -> bytes:
    """As campaign services send: tables, a preheader, a foot with the address."""
    cell = '<table><tbody><tr><td class="mcnTextContent" style="padding:9px">{}</td></tr></table>'
    html = (
        "<!doctype html><html><head><!--[if gte mso 15]><xml><o:PixelsPerInch>96"
        "</o:PixelsPerInch></xml><![endif]--><title>Ice</title><style>p{margin:10px 0}</style>"
        "</head><body>"
        '<span style="display:none; font-size:0px; mso-hide:all;">Ships turned away again</span>'
        + cell.format(f'<a href="{ISSUE}?e=0a1b2c3d4e">View this email in your browser</a>')
        + cell.format(
            '<a href="https://x.list-manage.example/track/click?u=1"><img alt="logo"></a>'
        )
        + cell.format(f"<h1>{HEADLINE}</h1>")
        + "".join(cell.format(f"<p>{paragraph}</p>") for paragraph in BODY)
        + cell.format('<a href="https://x.list-manage.example/track/click?u=2">Read more here</a>')
        + "<table><tr><td><a href='#'>Facebook</a></td><td><a href='#'>Twitter</a></td></tr>"
        "</table>"
        + cell.format(
            "<em>Copyright © 2024 Coast Weekly, All rights reserved.</em><br>You are receiving this"
            " email because you opted in at our website.<br><br><strong>Our mailing address is:"
            "</strong><br>Coast Weekly<br>1 Quay Road<br>Coldwater<br><br>You can <a href='#'>"
            "update your preferences</a> or <a href='#'>unsubscribe from this list</a>."
        )
        + '<img src="https://x.list-manage.example/open.php?u=1" height="1"></body></html>'
    )
    plain = (
        f"View this email in your browser ({ISSUE}?e=0a1b2c3d4e)\n\n** {HEADLINE}\n{'-' * 60}\n"
        + "\n\n".join(BODY)
        + "\n\nUnsubscribe (https://x.list-manage.example/unsubscribe?u=1)\n"
    )
    listed = {"List-ID": "148662d91563921f62f4d682amc list <148662d9.141977.list-id.mcsv.example>"}
    return letter_of(html, plain, listed)


def from_a_platform() -> bytes:
    """As platforms for writers send: invisible filling, buttons, a plea, a foot."""
    html = (
        "<html><head><style>.x{color:#000}</style></head><body>"
        '<div style="display:none;max-height:0px">Ships turned away again&#847; &#847; &#173;</div>'
        "<p>Forwarded this email? <a href='#'>Subscribe here</a> for more</p>"
        f'<h1><a href="https://letters.example/redirect/2/eyJl">{HEADLINE}</a></h1>'
        "<table><tr><td><a href='#'>Mar 5</a></td></tr><tr><td>∙</td></tr></table>"
        "<table><tr><td><a href='https://letters.example/redirect/3/a'>READ IN APP</a></td></tr>"
        "</table>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
        + "<p><a href='#'><span>Subscribe now</span></a></p><div><p>Coast Weekly is free today. But"
        " if you enjoyed this post, you can tell Coast Weekly that their writing is valuable by"
        " pledging a future subscription.</p><p><a href='#'>Pledge your support</a></p>"
        "<table><tr><td>Like</td><td>Comment</td><td>Restack</td></tr></table>"
        "<p>© 2024 Coast Weekly<br>1 Quay Road, Coldwater<br><a href='#'>Unsubscribe</a></p></div>"
        "</body></html>"
    )
    plain = (
        f"View this post on the web at {POST}\n\n"
        + BODY[0]
        + "\n\nUnsubscribe https://x.example/2\n"
    )
    return letter_of(html, plain, {"List-Id": "<coast.letters.example>"})


def from_a_list() -> bytes:
    """As list programs pass on: broken into lines, a signature, a foot."""
    plain = (
        "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in BODY)
        + "\n\n-- \nHarbour office, pier 3\nphone 555 0100\n"
        + "_" * 47
        + "\nHarbour-news mailing list\nHarbour-news@lists.coast.example\n"
        "https://lists.coast.example/listinfo/harbour-news\n"
    )
    headers = {
        "Subject": f"[Harbour-news] {HEADLINE}",
        "From": "Harbour office via Harbour-news <harbour-news@lists.coast.example>",
        "List-Id": "News of the harbour <harbour-news.lists.coast.example>",
        "List-Archive": "<https://lists.coast.example/archives/>",
        "Archived-At": "<https://lists.coast.example/archives/2024/03/17.html>",
    }
    return letter_of(None, plain, headers)
