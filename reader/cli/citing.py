"""`reader cite`: articles as references for citation programs."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_ids, articles
from reader.cli.output import Output
from reader.cli.saving import put
from reader.errors import UsageError
from reader.exporting.citations import bibtex, csl_json
from reader.exporting.forms import document
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    as_csl = options.csl or output.json
    if options.bibtex and as_csl:
        raise UsageError("give one of --bibtex and --csl only.")
    found = articles(workspace, article_ids(workspace, options.words))
    text = document(csl_json(found)) if as_csl else bibtex(found)
    put(text, options.output, output)
    return Exit.DONE


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bibtex", action="store_true", help="print BibTeX (the default)")
    parser.add_argument("--csl", action="store_true", help="print CSL JSON, as --json does")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file")


COMMAND = Command(
    name="cite",
    usage="[--bibtex | --csl] [-o FILE] ARTICLE...",
    about="Prints articles as references: BibTeX for LaTeX, CSL JSON for Zotero, pandoc and other "
    "programs. What is not known of an article is left out; `reader edit` sets it. Names stand as "
    "in the byline, which does not say what the surname is.",
    examples="""
reader cite a3f kq7 -o sources.bib
reader cite --csl a3f | pandoc --citeproc
""",
    words=Words("ARTICLE", least=1),
    run=_run,
    options=_options,
)
