"""Findings in the forms that people and code hosts read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from register.changes.markdown import SUMMARY_LIMIT, findings_in_markdown
from register.edition import report, shown
from register.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from register.problem import Problem


def as_text(problems: Sequence[Problem], data: Path) -> str:
    """One line each, then their number."""
    return "\n".join(report(problems, data))


def as_json(problems: Sequence[Problem], data: Path) -> str:
    """`{"problems": [{path, line, column, severity, rule, text}], "errors": n, "hints": n}`."""
    wrong = sum(problem.is_error for problem in problems)
    return _dump(
        {
            "problems": [
                {
                    "path": shown(data) + p.place.path,
                    "line": p.place.line,
                    "column": p.place.column,
                    "severity": "error" if p.is_error else "hint",
                    "rule": p.rule,
                    "text": p.text,
                }
                for p in problems
            ],
            "errors": wrong,
            "hints": len(problems) - wrong,
        }
    )


def as_github(problems: Sequence[Problem], data: Path) -> str:
    """GitHub's workflow commands; the plain lines follow, for GitHub shows only some of them."""
    commands = [
        f"::{'error' if p.is_error else 'notice'} file={_property(shown(data) + p.place.path)},"
        f"line={p.place.line},col={p.place.column},title={_property(p.rule)}::{_value(p.text)}"
        for p in problems
    ]
    return "\n".join([*commands, *report(problems, data)])


def as_gitlab(problems: Sequence[Problem], data: Path) -> str:
    """GitLab's Code Quality report."""
    return _dump(
        [
            {
                "description": p.text,
                "check_name": p.rule,
                "fingerprint": hashlib.sha256(p.line(shown(data)).encode()).hexdigest(),
                "severity": "major" if p.is_error else "info",
                "location": {
                    "path": shown(data) + p.place.path,
                    "lines": {"begin": p.place.line},
                },
            }
            for p in problems
        ]
    )


def as_sarif(problems: Sequence[Problem], data: Path) -> str:
    """SARIF 2.1.0, with the wording of every rule."""
    rules = [
        {
            "id": rule.name,
            "shortDescription": {"text": rule.statement},
            "help": {"text": rule.cure},
        }
        for rule in RULES
    ]
    driver = {"name": "honghei-register", "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(p, data) for p in problems]}
    return _dump(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run | {"columnKind": "unicodeCodePoints"}],
        }
    )


def _result(problem: Problem, data: Path) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": shown(data) + problem.place.path},
        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
    }
    return {
        "ruleId": problem.rule,
        "level": "error" if problem.is_error else "note",
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": place}],
    }


def as_markdown(problems: Sequence[Problem], data: Path) -> str:  # noqa: ARG001 - as the others
    """A job's summary: every finding that has room in it, and how many have none."""
    return findings_in_markdown(problems, SUMMARY_LIMIT)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem], Path], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "markdown": as_markdown,
}
