"""The tour: what a newcomer does first, one key after the other, and why."""

from __future__ import annotations

from dataclasses import dataclass

from reader.keymap import key_of


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the ids of the commands whose keys are pressed, and what they are good for."""

    name: str
    commands: tuple[str, ...]
    why: str

    @property
    def keys(self) -> str:
        """The keys as people write them."""
        return " ".join(key_of(id) for id in self.commands)


STEPS = (
    Step("compare", ("open",), "compares the articles of the event under the cursor"),
    Step("finding", ("down",), "goes to the next finding; its sentences stand below"),
    Step("place", ("open", "open"), "goes to its sentences, then to their article"),
    Step("mark", ("mark",), "goes to the next mark; beside it: what the others say"),
    Step("list", ("library",), "goes back to the list of all articles"),
    Step("search", ("find",), "finds a word in all articles: type one, such as council"),
    Step("add", ("add",), "adds your own articles: files, addresses, feeds; Esc back"),
    Step("help", ("help",), "shows all keys of a screen, whichever you are on"),
)
END = "That was the tour."


def told() -> list[str]:
    """The steps as lines of text."""
    widest = max(len(step.keys) for step in STEPS)
    return [f"{number}  {step.keys:<{widest}}  {step.why}" for number, step in enumerate(STEPS, 1)]
