"""Hits that print one text: one row with a count, opened by a key."""

from __future__ import annotations

from reader.model import Draft
from reader.ui.listview import DocumentList
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press

MEDIUM = (120, 40)

OPENING = (
    "A zeppelin moored at the old harbour on Monday, the first in nearly ninety years. It had "
    "come over the sea in the night, said the harbour master, who had not been told."
)


def add_copies(workspace: Workspace) -> None:
    """One report in three outlets, each with its own last sentence; and one of its own."""
    for outlet, last in (("Coast Daily", "It left."), ("Beacon", "It stays."), ("Post", "Why?")):
        text = f"{OPENING} Crowds came to see it. {last}"
        workspace.library.add(
            Draft(text, f"/{outlet}.txt", title="Zeppelin at the harbour", outlet=outlet)
        )
    workspace.library.add(Draft("No zeppelin came here.", "/none.txt", title="A quiet day"))


def articles(view: DocumentList) -> list[str | None]:
    """The headlines of the hits that are listed."""
    return [view.shelf.cards[item.id].title for item in view.items if item.kind == "article"]


async def test_copies_are_folded_under_one_hit(workspace: Workspace) -> None:
    add_copies(workspace)
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'zeppelin'", "escape"])
        view = pilot.app.screen.query_one(DocumentList)
        shown = "\n".join(plain(pilot))
        assert articles(view) == ["Zeppelin at the harbour", "A quiet day"]
        assert "+2 copies" in shown
        assert "4 of 22 samples" in shown, "folding changes no count"
        assert "→ 2 copies" in plain(pilot)[-1]
        await press(pilot, ["right"])
        assert articles(view) == ["Zeppelin at the harbour"] * 3 + ["A quiet day"]
        assert "= Beacon" in "\n".join(plain(pilot)) or "= Post" in "\n".join(plain(pilot))
        await press(pilot, ["down"])
        assert "← fold copies" in plain(pilot)[-1]
        await press(pilot, ["left"])
        assert articles(view) == ["Zeppelin at the harbour", "A quiet day"]
        assert view.current is not None
        assert view.current == view.items[1], "the hit that they are folded under"


async def test_a_copy_opens_as_any_hit(workspace: Workspace) -> None:
    add_copies(workspace)
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'zeppelin'", "escape", "right", "down", "enter"])
        assert "Zeppelin at the harbour" in "\n".join(plain(pilot))
        assert "2 Article" in plain(pilot)[0]


async def test_the_orders_of_hits_are_said(workspace: Workspace) -> None:
    add_copies(workspace)
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'zeppelin'", "escape"])
        said = []
        for _ in range(3):
            said.append(plain(pilot)[1].rstrip().rpartition("  ")[2].strip())
            await press(pilot, ["S"])
        assert said == ["best first, newer ahead", "best first", "newest first"]
        assert "best first, newer ahead" in plain(pilot)[1]
