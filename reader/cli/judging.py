"""The options of `reader compare` by which a person says what they think of it."""

from __future__ import annotations

import argparse

from reader.actions.judging import apart, hide, keep, named, passage_at, same
from reader.cli.naming import article_id
from reader.errors import UsageError
from reader.model import Comparison, Evidence
from reader.workspace import Workspace


def judging_options(parser: argparse.ArgumentParser) -> None:
    """Add them to a parser."""
    ends = ("ARTICLE:OFFSET", "ARTICLE:OFFSET")
    for name, text in (
        ("--hide", "show this finding no more; its id stands with each finding"),
        ("--keep", "have this finding stand first"),
    ):
        parser.add_argument(name, metavar="FINDING", action="append", default=[], help=text)
    for name, text in (
        ("--same", "these two passages say the same"),
        ("--apart", "these two passages do not say the same"),
    ):
        parser.add_argument(name, metavar=ends, nargs=2, action="append", default=[], help=text)


def said(options: argparse.Namespace) -> bool:
    """Whether any of them was given."""
    return bool(options.hide or options.keep or options.same or options.apart)


def say_of(workspace: Workspace, comparison: Comparison, options: argparse.Namespace) -> None:
    """Keep what was said; nothing of it if one part names what is not there."""
    if workspace.is_samples:
        raise UsageError("the samples cannot be changed; leave out --samples.")
    findings = (*comparison.findings, *comparison.hidden)
    hidden = [named(findings, id) for id in options.hide]
    kept = [named(findings, id) for id in options.keep]
    joined, parted = (
        [_two(workspace, comparison, pair) for pair in pairs]
        for pairs in (options.same, options.apart)
    )
    for finding in hidden:
        hide(workspace, finding)
    for finding in kept:
        keep(workspace, finding)
    for one, other in joined:
        same(workspace, one, other)
    for one, other in parted:
        apart(workspace, one, other)


def _two(
    workspace: Workspace, comparison: Comparison, names: list[str]
) -> tuple[Evidence, Evidence]:
    one, other = (_passage(workspace, comparison, name) for name in names)
    if one.article == other.article:
        raise UsageError("these are two passages of one article; name one of each of two.")
    return one, other


def _passage(workspace: Workspace, comparison: Comparison, name: str) -> Evidence:
    """The passage that `ARTICLE:OFFSET` means, of one of the compared articles."""
    article, colon, offset = name.rpartition(":")
    # Python refuses to read numbers of thousands of digits.
    if not colon or not (offset.isdecimal() and len(offset) < 20):
        raise UsageError(f"{name} is no passage; name one as ARTICLE:OFFSET, such as a3f:120.")
    id = article_id(workspace, article)
    if id not in comparison.articles:
        raise UsageError(f"{article} is not among the compared articles.")
    return passage_at(workspace.library.get(id), int(offset))
