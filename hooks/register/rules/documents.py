"""Documents: grades are the scheme's, nobody stands twice, no decision is empty."""

from collections import Counter
from collections.abc import Iterator

from register.names.similar import near
from register.problem import Severity, check
from register.records.standing import Standing
from register.rules.case import Case, Findings, Part


@check("grade: 合各", firm=True)
def grade_unknown(case: Case) -> Findings:
    """等次必须是评估办法里有的词。

    改成办法里的等次；办法确有这一等次的，先在办法里补上。
    """
    for part in case.parts:
        if (grades := case.grades_of(part.round.round)) is None:
            continue
        named = [((*steps, "grade"), decision.grade) for steps, decision in part.decisions]
        places = [
            (part.entry.place(*steps), grade) for steps, grade in named if grade not in grades
        ]
        unknown = [grade for grade in part.round.totals if grade not in grades]
        places += [(part.entry.key(*part.steps, "totals", grade), grade) for grade in unknown]
        for place, grade in places:
            yield (
                place,
                (
                    f"评估办法里没有等次“{grade}”；{near(grade, grades, every=True)}。"
                    "请改正等次，或先在评估办法里补上。"
                ),
            )


@check("grades:\n  - {grade: 合格, standing: qualified}\n  - {grade: 合格, standing: exempt}")
def grade_twice(case: Case) -> Findings:
    """评估办法里一个等次只写一次。

    删去多余的一个。
    """
    for entry in case.data.schemes:
        counted = Counter(meaning.grade for meaning in entry.record.grades)
        for i, meaning in enumerate(entry.record.grades):
            counted[meaning.grade] -= 1
            if counted[meaning.grade] > 0:
                yield (
                    entry.place("grades", i, "grade"),
                    f"等次“{meaning.grade}”写了不止一次；一个等次只能写一次。请删去多余的。",
                )


@check("合格和不合格的名单里都有 gansu-55")
def station_twice(case: Case) -> Findings:
    """一份文件对一次检查的结论里，一个单位只能列一次；一条处理、一次点名里也是。

    对照文件删去多余的一处；文件确实重复列出的，用 accept 说明。
    """
    for part in case.parts:
        for field in ("stations", "centres"):
            listed = [getattr(decision, field) for decision in part.round.decisions]
            if sum(map(len, listed)) != len(frozenset().union(*listed)):
                yield from _repeated(part, field)
    for entry in case.data.notices:
        acts, mentions = entry.record.acts, entry.record.mentions
        lists: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
            ("acts", "stations", tuple(act.stations for act in acts)),
            ("acts", "centres", tuple(act.centres for act in acts)),
            ("mentions", "stations", tuple(mention.stations for mention in mentions)),
        )
        for group, field, ids in lists:
            for i, j, id_ in _second(ids):
                place = entry.place(group, i, field, j)
                yield place, f"{id_} 列了两次；一处只能列一次。请删去多余的一个。"


def _second(lists: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int, str]]:
    for i, ids in enumerate(lists):
        if len(set(ids)) < len(ids):
            for j, id_ in enumerate(ids):
                if id_ in ids[:j]:
                    yield i, j, id_


def _repeated(part: Part, field: str) -> Findings:
    seen: dict[str, tuple[str | int, ...]] = {}
    for steps, decision in part.decisions:
        for id_ in getattr(decision, field):
            own = (*steps, field, id_)
            if (first := seen.setdefault(id_, own)) != own:
                line = part.entry.key(*first).line
                yield (
                    part.entry.key(*own),
                    (
                        f"{id_} 在这次检查里列了两次，第一次在第 {line} 行；只能列一次。"
                        "请删去多余的一处；文件确实重复列出的，用 accept 说明。"
                    ),
                )


@check("rounds:\n  - round: gansu-2010\n  - round: gansu-2010")
def round_twice(case: Case) -> Findings:
    """一份文件对一次检查的结论写在一起。

    把两段合成一段。
    """
    seen: set[tuple[str, str]] = set()
    for part in case.parts:
        if (key := (part.entry.stem, part.round.round)) in seen:
            yield (
                part.entry.place(*part.steps, "round"),
                f"年度检查 {part.round.round} 在这份文件里写了两段；只能写一段。请合成一段。",
            )
        seen.add(key)


@check("- grade: 合格\n  （下面没有 stations、centres、unnamed 或 unmatched）")
def decision_empty(case: Case) -> Findings:
    """一条结论至少要说到一个单位。

    补上名单；文件只写个数的写进 unnamed；没有单位的，删去这一条。
    """
    for part in case.parts:
        for steps, decision in part.decisions:
            listed = decision.stations or decision.centres
            if not (listed or decision.unnamed or decision.unmatched):
                yield (
                    part.entry.place(*steps, "grade"),
                    (
                        f"“{decision.grade}”下一个单位也没有；每条结论至少要有一个。"
                        "请补上名单，或把个数写进 unnamed，或删去这一条。"
                    ),
                )


@check("- grade: 合格\n  rectify: {due: 2011-06-30}", Severity.HINT)
def rectify_misplaced(case: Case) -> Findings:
    """整改要求一般只写在要整改的等次下。

    移到要整改的等次下；文件确实这样写的，用 accept 说明。
    """
    clean = (Standing.COMMENDED, Standing.QUALIFIED, Standing.EXEMPT)
    for part in case.parts:
        grades = case.grades_of(part.round.round) or {}
        for steps, decision in part.decisions:
            if decision.rectify and grades.get(decision.grade) in clean:
                yield (
                    part.entry.key(*steps, "rectify"),
                    (
                        f"整改要求写在了“{decision.grade}”下；一般只写在要整改的等次下。"
                        "请移到那一等次下；文件确实这样写的，用 accept 说明。"
                    ),
                )


DOCUMENTS = (
    grade_unknown,
    grade_twice,
    station_twice,
    round_twice,
    decision_empty,
    rectify_misplaced,
)
