"""Exceptions: an `accept` entry names a rule that may be excepted from, and that still speaks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from register.names.similar import near
from register.problem import Place, Problem, Rule, Severity, check
from register.rules.case import Case, Findings


@dataclass(frozen=True)
class Verdict:
    """A case, the rules by name, and what they found in it."""

    case: Case
    rules: Mapping[str, Rule]
    found: Collection[Problem]


def unaccepted(case: Case, problems: Iterable[Problem], rules: Mapping[str, Rule]) -> list[Problem]:
    """Return `problems` without those that their file accepts with a reason."""
    accepted = {
        (entry.path, exception.rule)
        for entry in case.data.entries
        for exception in entry.record.accept
    }
    return [
        problem
        for problem in problems
        if rules[problem.rule].firm or (problem.place.path, problem.rule) not in accepted
    ]


@check("accept:\n  - {rule: totals-difer, because: …}", firm=True)
def rule_unknown(verdict: Verdict) -> Findings:
    """认可的例外要写对规则的英文名，而且是允许有例外的规则。

    改成正确的规则名；不允许有例外的，照那条规则改正数据，删去这一项。
    """
    open_ = [rule.name for rule in verdict.rules.values() if not rule.firm]
    for place, name in _accepted(verdict.case):
        rule = verdict.rules.get(name)
        if rule is None:
            yield place, f"没有规则 {name}；{near(name, open_)}。请改正规则名，或删去这一项。"
        elif rule.firm:
            yield place, f"规则 {name} 不允许有例外。请照那条规则改正数据，删去这一项。"


@check("accept:\n  - {rule: totals-differ, because: …}（总数其实相符）", Severity.HINT, firm=True)
def accept_unused(verdict: Verdict) -> Findings:
    """不再需要的例外要删去，免得日后放过真正的错误。

    删去这一项。
    """
    spoke = {(problem.place.path, problem.rule) for problem in verdict.found}
    for place, name in _accepted(verdict.case):
        rule = verdict.rules.get(name)
        if rule and not rule.firm and (place.path, name) not in spoke:
            yield (
                place,
                f"规则 {name} 在这个文件里没有发现问题；例外只为有问题的地方而写。请删去这一项。",
            )


def _accepted(case: Case) -> Iterable[tuple[Place, str]]:
    for entry in case.data.entries:
        for i, exception in enumerate(entry.record.accept):
            yield entry.place("accept", i, "rule"), exception.rule


EXCEPTIONS = (rule_unknown, accept_unused)
