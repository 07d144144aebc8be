"""The day that a build speaks of: the only place that reads a clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

_SHANGHAI = timezone(timedelta(hours=8))


def build_day(given: str | None, environment: Mapping[str, str]) -> date:
    """Return the day of `given`, else of SOURCE_DATE_EPOCH, else today in Asia/Shanghai.

    Raises ValueError with a Chinese text when either is not a day.
    """
    if given is not None and given != "":
        try:
            return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=_SHANGHAI).date()
        except ValueError:
            raise ValueError(f"日期 {given} 不对；应为 年-月-日，例如 2026-11-22。") from None
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return _of_epoch(epoch)
    return datetime.now(_SHANGHAI).date()


def _of_epoch(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(_SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"环境变量 SOURCE_DATE_EPOCH 的值 {epoch} 不对；应为 1970 年以来的秒数。"
        ) from None
