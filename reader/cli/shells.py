"""Completion for three shells, and the manual page: text made from the commands there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader import __version__
from reader.cli.reference import EVERYWHERE, Described, Option


def bash(commands: Sequence[Described]) -> str:
    """Commands first, options of the command behind a dash, else files."""
    cases = "\n".join(
        f"            {each.name}) words='{' '.join(_names(each.options))}' ;;" for each in commands
    )
    values = "\n".join(
        f"        {name}) COMPREPLY=($(compgen -W '{' '.join(option.choices)}' -- \"$cur\"))\n"
        "            return ;;"
        for name, option in _with_choices(commands)
    )
    return f"""\
# Completion of reader for bash: put it where bash-completion looks, or source it.
_reader() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= words= at
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${{COMP_WORDS[at]}} in
            {"|".join(each.name for each in commands)}) command=${{COMP_WORDS[at]}}; break ;;
        esac
    done
    case $before in
        --library) COMPREPLY=($(compgen -d -- "$cur")); return ;;
{values}
    esac
    if [[ $cur == -* ]]; then
        case $command in
{cases}
        esac
        COMPREPLY=($(compgen -W "$words {" ".join(_names(EVERYWHERE))}" -- "$cur"))
    elif [[ -z $command ]]; then
        COMPREPLY=($(compgen -W '{" ".join(each.name for each in commands)}' -- "$cur"))
        COMPREPLY+=($(compgen -f -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}}
complete -o filenames -o bashdefault -F _reader reader
"""


def zsh(commands: Sequence[Described]) -> str:
    """The same with what each command and option does."""
    listed = "\n".join(f"        {_quoted(f'{each.name}:{each.summary}')}" for each in commands)
    cases = "\n".join(
        f"        {each.name}) _arguments $everywhere {' '.join(map(_zsh, each.options))} "
        f"'*:file:_files' ;;"
        for each in commands
    )
    return f"""\
#compdef reader
# Completion of reader for zsh: save it as _reader in a folder of $fpath.
_reader() {{
    local -a commands everywhere
    commands=(
{listed}
    )
    everywhere=({" ".join(map(_zsh, EVERYWHERE))})
    local at command=
    for ((at = 2; at < CURRENT; at++)); do
        if (( ${{commands[(I)${{words[at]}}:*]}} )); then command=${{words[at]}}; break; fi
    done
    case $command in
{cases}
        *) _describe command commands; _arguments $everywhere '*:file:_files' ;;
    esac
}}
_reader "$@"
"""


def fish(commands: Sequence[Described]) -> str:
    """The same for fish."""
    none = "not __fish_seen_subcommand_from " + " ".join(each.name for each in commands)
    lines = ["# Completion of reader for fish: save it in ~/.config/fish/completions/reader.fish"]
    lines += [_fish("", option) for option in EVERYWHERE]
    for each in commands:
        lines.append(
            f"complete -c reader -n {_quoted(none)} -a {each.name} -d {_quoted(each.summary)}"
        )
        lines += [_fish(f"__fish_seen_subcommand_from {each.name}", o) for o in each.options]
    return "\n".join(lines) + "\n"


def man(commands: Sequence[Described]) -> str:
    """The manual page, in the macros that man knows."""
    lines = [
        f'.TH READER 1 "" "reader {__version__}" "User Commands"',
        ".SH NAME",
        r"reader \- compare how news articles frame the same event",
        ".SH SYNOPSIS",
        *(".B reader", "[OPTION...] [PATH...]", ".br", ".B reader", "COMMAND ..."),
        ".SH DESCRIPTION",
        "Keeps news articles, finds anything in them, notices which report the same event, and",
        "shows side by side how each frames it. Without a command it opens the screens; press",
        ".B ?",
        "there for the keys.",
        ".SH OPTIONS FOR EVERY COMMAND",
        *_man_options(EVERYWHERE),
        ".SH COMMANDS",
    ]
    for each in commands:
        lines += [f'.SS "{_roff(each.usage)}"', _roff(each.about), *_man_options(each.options)]
        lines += [".PP", "Examples:", ".nf", *map(_roff, each.examples), ".fi"]
    lines += [".SH EXIT STATUS", *_man_exits()]
    return "\n".join(lines) + "\n"


FORMS: dict[str, Callable[[Sequence[Described]], str]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "man": man,
}


def _names(options: Iterable[Option]) -> list[str]:
    return [name for option in options for name in option.names if name.startswith("--")]


def _with_choices(commands: Iterable[Described]) -> list[tuple[str, Option]]:
    found = {
        option.names[-1]: option for each in commands for option in each.options if option.choices
    }
    return sorted(found.items())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _zsh(option: Option) -> str:
    """One specification of _arguments."""
    does = option.does.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
    value = f":{option.takes.lower()}:" if option.takes else ""
    value += f"({' '.join(option.choices)})" if option.choices else "_files" if value else ""
    return " ".join(_quoted(f"{name}[{does}]{value}") for name in option.names)


def _fish(where: str, option: Option) -> str:
    names = [
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    ]
    takes = [f"-xa {_quoted(' '.join(option.choices))}" if option.choices else "-r"]
    asked = [f"-n {_quoted(where)}"] if where else []
    parts = [*asked, *names, *(takes if option.takes else []), f"-d {_quoted(option.does)}"]
    return "complete -c reader " + " ".join(parts)


def _roff(text: str) -> str:
    written = text.replace("\\", r"\e").replace("-", r"\-")
    return "\\&" + written if written[:1] in (".", "'") else written


def _man_options(options: Iterable[Option]) -> list[str]:
    lines: list[str] = []
    for option in options:
        names = ", ".join(option.names)
        lines += [".TP", f".B {_roff(names)} {option.takes}".rstrip(), _roff(option.does)]
    return lines


def _man_exits() -> list[str]:
    told = (
        ("0", "done, an empty result included"),
        ("1", "done, but some items failed; each is named on stderr"),
        ("2", "wrong usage"),
        ("3", "the library cannot be used"),
    )
    return [line for code, says in told for line in (".TP", f".B {code}", says)]
