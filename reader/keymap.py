"""The commands of the program as data: keys, help and palette all come from this table.

`where` names the screens: L Library, A Article, C Compare, E Events, F Feeds, V what changed
between versions, N Notes; G is everywhere. A key means
one thing on a screen, and every command has an id by which it can be rebound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do."""

    id: str
    keys: tuple[str, ...]
    """Textual key names; the first ones are shown."""
    where: str
    does: str
    action: str
    group: str = "Elsewhere"
    palette: str = ""
    """Its name in the palette; empty for moving by lines and pages, which a key does at once."""
    hidden: bool = False
    """Left out of the help because a neighbour shows it too."""


def _c(
    id: str,
    keys: str,
    where: str,
    does: str,
    group: str = "Elsewhere",
    palette: str = "",
    action: str = "",
    hidden: bool = False,
) -> Command:
    action = action or id.replace("-", "_")
    return Command(id, tuple(keys.split()), where, does, action, group, palette, hidden)


COMMANDS = (
    _c("mark", "m full_stop", "A", "next mark", "Marks", "Next mark"),
    _c("mark-back", "M comma", "A", "previous mark", "Marks", "Previous mark"),
    _c("down", "j down", "G", "next row or line", "Moving"),
    _c("up", "k up", "G", "previous row or line", "Moving"),
    _c(
        "left",
        "h left",
        "LACE",
        "fold; column to the left; out of the panel",
        "Moving",
        "Fold, or to the left",
    ),
    _c(
        "right",
        "l right",
        "LACE",
        "unfold; column to the right; into the panel",
        "Moving",
        "Unfold, or to the right",
    ),
    _c(
        "step",
        "J shift+down",
        "LCE",
        "next: event, story, difference",
        "Moving",
        "Next event or difference",
    ),
    _c(
        "step-back",
        "K shift+up",
        "LCE",
        "previous of these",
        "Moving",
        "Previous event or difference",
    ),
    _c(
        "in-event",
        "J shift+down",
        "A",
        "next article of the event",
        "Moving",
        "Next in this event",
        "step",
    ),
    _c(
        "in-event-back",
        "K shift+up",
        "A",
        "previous article of the event",
        "Moving",
        "Previous in this event",
        "step_back",
    ),
    _c("half-down", "ctrl+d", "G", "half a page down", "Moving"),
    _c("half-up", "ctrl+u", "G", "half a page up", "Moving"),
    _c("page-down", "pagedown", "G", "a page down", "Moving"),
    _c("page-up", "pageup", "G", "a page up", "Moving"),
    _c("first", "g home", "G", "first", "Moving", "To the first"),
    _c("last", "G end", "G", "last", "Moving", "To the last"),
    _c("pane", "tab", "G", "next pane", "Moving", "Next pane"),
    _c("pane-back", "shift+tab", "G", "previous pane", "Moving", "Previous pane"),
    _c("change", "J shift+down", "V", "next change", "Moving", "Next change", "step"),
    _c(
        "change-back",
        "K shift+up",
        "V",
        "previous change",
        "Moving",
        "Previous change",
        "step_back",
    ),
    _c("earlier", "h left", "V", "the two versions before", "Moving", "Versions before", "left"),
    _c("later", "l right", "V", "the two versions after", "Moving", "Versions after", "right"),
    _c("jump", "semicolon f6", "G", "letters on all that can be chosen", "Moving", "Jump to"),
    _c("open", "enter", "LACE", "open: event, article, or the passage", "Doing", "Open"),
    _c("pick", "space", "L", "pick for a comparison", "Doing", "Pick this article"),
    _c("pick-event", "space", "E", "pick, to join, move or compare", "Doing", "Pick this", "pick"),
    _c("join", "plus", "E", "join the picked; move picked articles here", "Doing", "Join"),
    _c("part", "minus", "E", "take this article out", "Doing", "Take out of its event", "take_out"),
    _c("apart", "d delete", "E", "not one event; take it apart", "Doing", "Not the same event"),
    _c("rename", "R f2", "E", "name an event or a story", "Doing", "Rename"),
    _c("page-text", "space", "A", "page down", "Moving", action="page_down"),
    _c("next-unread", "r", "A", "next unread article", "Doing", "Next unread article"),
    _c("outline", "O", "A", "headings and marks; go there", "Doing", "Outline"),
    _c("links", "f", "A", "addresses in the text; open one", "Doing", "Addresses in the text"),
    _c("zen", "z", "A", "only the text, all again", "Doing", "Only the text"),
    _c("compare", "c", "LAE", "compare the picked articles, else this event", "Doing", "Compare"),
    _c("view", "v", "LCE", "next view", "Doing", "Next view"),
    _c("articles", "x", "C", "choose the two to four columns", "Doing", "Choose the columns"),
    _c("more-articles", "X", "C", "the next articles of the event", "Doing", "The next articles"),
    _c("pivot", "P", "C", "this column first; points in its order", "Doing", "This column first"),
    _c(
        "filter-points",
        "f",
        "C",
        "points: all, shared, only one, differing",
        "Doing",
        "Filter the points",
    ),
    _c("hold", "L", "C", "reading: columns stop following, follow again", "Doing", "Hold columns"),
    _c("keep", "s", "C", "keep this finding: it stands first", "Doing", "Keep this finding"),
    _c(
        "hide",
        "d delete",
        "AC",
        "not useful: hide it; two passages: not the same",
        "Doing",
        "Hide this finding",
    ),
    _c(
        "same",
        "plus",
        "C",
        "this passage and another one say the same",
        "Doing",
        "These passages say the same",
    ),
    _c("write", "e", "LACE", "export as Markdown, HTML or JSON", "Doing", "Write this comparison"),
    _c("fold", "v", "V", "changed paragraphs only, or all", "Doing", "All paragraphs", "view"),
    _c("follow", "a", "F", "follow feeds; a list of them", "Doing", "Follow feeds", "add"),
    _c("feed", "enter i", "F", "its title, tags and pages", "Doing", "Change this feed", "open"),
    _c("feed-again", "r", "F", "get this feed again", "Doing", "Get this feed again"),
    _c("feeds-again", "R f5", "F", "get all again", "Doing", "Get all feeds again", "refresh"),
    _c("unfollow", "d delete", "F", "stop following it", "Doing", "Stop following this feed"),
    _c("export", "e", "F", "export the list as OPML", "Doing", "Write the feeds as OPML"),
    _c("site", "o", "F", "open its site", "Doing", "Open the site of this feed", "browser"),
    _c("to-words", "enter", "N", "to its words in the article", "Doing", "To its place", "open"),
    _c("take-note", "d delete", "N", "take it away", "Doing", "Take this note away"),
    _c("write-notes", "e", "N", "export these into a file", "Doing", "Write the notes", "write"),
    _c("side", "p", "LACEFVN", "side panel on, off", "Doing", "Side panel on or off"),
    _c("star", "s", "LA", "star", "Doing", "Star this article"),
    _c("tags", "t", "LA", "tags of it, or of the picked", "Doing", "Tags"),
    _c("put-aside", "L", "LA", "put aside to read later", "Doing", "Read later", "later"),
    _c("choose", "v", "A", "choose words: j k J K h l, o the other end", "Doing", "Choose words"),
    _c("highlight", "H", "A", "mark the chosen words, or no more", "Doing", "Mark words"),
    _c("note", "w", "LACN", "write a note on it, or on the chosen words", "Doing", "Write a note"),
    _c("unread", "u", "LA", "unread, read", "Doing", "Mark as unread or read"),
    _c("info", "i", "LAE", "what is known of it; set what is not", "Doing", "What is known of it"),
    _c(
        "same-outlet",
        "equals_sign",
        "LAE",
        "its outlet goes by other names: join, part",
        "Doing",
        "Other names of this outlet",
    ),
    _c("browser", "o", "LAC", "open the original", "Doing", "Open the original"),
    _c("pager", "ctrl+t", "LA", "read it in the pager", "Doing", "Read in the pager"),
    _c("editor", "ctrl+o", "LA", "a copy of it in the editor", "Doing", "A copy in the editor"),
    _c("pipe", "vertical_line", "LA", "give it to a command", "Doing", "Give it to a command"),
    _c("versions", "V", "LA", "what its source changed since", "Doing", "What changed since"),
    _c("removed", "b", "LA", "lines that were cut; put one back", "Doing", "Lines that were cut"),
    _c("copy", "y ctrl+c", "LACEFVN", "copy, with its source", "Doing", "Copy with its source"),
    _c("cite", "Y", "LA", "copy its reference as BibTeX", "Doing", "Copy as BibTeX"),
    _c("remove", "d delete", "L", "remove (asks)", "Doing", "Remove this article"),
    _c("undo", "U ctrl+y", "G", "undo the last change", "Doing", "Undo the last change"),
    _c("add", "a", "LE", "add files, folders, addresses", "Doing", "Add files and addresses"),
    _c("refresh", "r f5", "LE", "get feeds again", "Doing", "Get feeds again"),
    _c("failures", "f", "LEF", "what was not added; try again", "Doing", "What was not added"),
    _c("sort", "S", "LE", "order", "Doing", "Change the order"),
    _c("find", "slash ctrl+f", "LACFN", "find words", "Words", "Find words"),
    _c(
        "spelling",
        "ctrl+g",
        "L",
        "search for what was meant (did you mean)",
        "Words",
        "Search for what was meant",
    ),
    _c("keep-search", "ctrl+s", "L", "keep this search as a folder", "Words", "Keep this search"),
    _c(
        "rename-search",
        "R f2",
        "L",
        "name a kept search",
        "Words",
        "Name this search",
    ),
    _c("filter", "slash ctrl+f", "E", "events with these words", "Words", "Filter events", "find"),
    _c("place", "n f3", "LAC", "next place found", "Words", "Next place found"),
    _c(
        "place-back",
        "N shift+f3",
        "LAC",
        "previous place found",
        "Words",
        "Previous place found",
    ),
    _c("narrower", "less_than_sign", "A", "narrower text", "Words", "Narrower text"),
    _c("wider", "greater_than_sign", "A", "wider text", "Words", "Wider text"),
    _c("library", "1", "G", "Library", "Elsewhere", "Go to Library", action="go('library')"),
    _c("article", "2", "G", "Article", "Elsewhere", "Go to Article", action="go('article')"),
    _c("comparison", "3", "G", "Compare", "Elsewhere", "Go to Compare", action="go('compare')"),
    _c("events", "4", "G", "Events", "Elsewhere", "Go to Events", action="go('events')"),
    _c("feeds", "5", "G", "Feeds", "Elsewhere", "Feeds", action="go('feeds')"),
    _c("notes", "6", "G", "Notes", "Elsewhere", "Notes", action="go('notes')"),
    _c("samples", "0", "G", "hide the samples, show them again", palette="Samples or own library"),
    _c("palette", "colon ctrl+p", "G", "every command by name"),
    _c("help", "question_mark f1", "G", "keys of this screen", "Elsewhere", "Keys of this screen"),
    _c("back", "q alt+left", "G", "back to where you came from; Esc never quits", palette="Back"),
    _c("forward", "F alt+right", "G", "forward to what q left", "Elsewhere", "Forward"),
    _c("escape", "escape", "G", "out of a line or box, stop, back"),
    _c("tour", "T", "G", "the tour: begin it, leave it", "Elsewhere", "Tour"),
    _c("suspend", "ctrl+z", "G", "to the shell; fg comes back", "Elsewhere", "To the shell"),
    _c("quit", "Q ctrl+q", "G", "leave; all is kept", "Elsewhere", "Leave reader", "leave"),
)

_bound = {command.id: command.keys for command in COMMANDS}
"""The keys as they are bound: a person may have others."""

NAMES = {
    "slash": "/", "full_stop": ".", "comma": ",", "question_mark": "?", "colon": ":",
    "less_than_sign": "<", "vertical_line": "|", "greater_than_sign": ">",
    "down": "↓", "up": "↑", "left": "←",
    "plus": "+", "equals_sign": "=", "semicolon": ";", "minus": "-", "right": "→", "enter": "Enter",
    "space": "Space", "tab": "Tab", "escape": "Esc",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "delete": "Del",
}  # fmt: skip


def shown(key: str) -> str:
    """A key as it is written for people: `ctrl+q` is `Ctrl+Q`."""
    if key in NAMES:
        return NAMES[key]
    if "+" in key:
        head, _, tail = key.rpartition("+")
        return f"{head.title()}+{NAMES.get(tail, tail.upper())}"
    return key.upper() if len(key) > 1 else key


def on_screen(where: str) -> list[Command]:
    """The commands of a screen (by its letter), those of everywhere included."""
    return [replace(c, keys=_bound[c.id]) for c in COMMANDS if where in c.where or c.where == "G"]


def keys_of(id: str) -> tuple[str, ...]:
    """The keys of a command as they are bound."""
    return _bound[id]


def bind(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Bind keys by the ids of their commands; screens that were made before keep theirs."""
    _bound.update(keys)


def key_of(id: str) -> str:
    """The first key of a command as people write it; empty if it has none."""
    keys = _bound[id]
    return shown(keys[0]) if keys else ""


def key_while_typing(id: str) -> str:
    """The first key of a command that types nothing, as people write it; empty if it has none."""
    keys = [key for key in _bound[id] if len(key) > 1 and len(shown(key)) > 1]
    return shown(keys[0]) if keys else ""


def key_now(written: str, action: str) -> str:
    """What a hint that names a key says now: the key may be another command's meanwhile."""
    for c in COMMANDS:
        if c.action == action and written in map(shown, c.keys):
            now = [shown(key) for key in _bound[c.id]]
            return written if written in now else now[0] if now else ""
    return written
