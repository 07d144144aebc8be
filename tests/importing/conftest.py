"""Data folders to import into: small ones, and the shipped one."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from register.reading import Dataset, read

ROOT = Path(__file__).parents[2]
STANDINGS = {
    "优秀": "commended",
    "示范": "commended",
    "通过": "qualified",
    "合格": "qualified",
    "基本合格": "conditional",
    "不合格": "rectifying",
    "限期整改": "rectifying",
    "拟撤销": "proposed-revocation",
    "撤销": "revoked",
}


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], Dataset]:
    """Give a dataset that knows one province and one scheme with these grades."""
    made: dict[tuple[str, ...], Dataset] = {}

    def dataset(grades: Sequence[str]) -> Dataset:
        if (key := tuple(grades)) not in made:
            folder = tmp_path_factory.mktemp("data")
            fill(folder, grades)
            made[key], problems = read(folder)
            assert problems == []
        return made[key]

    return dataset


def fill(folder: Path, grades: Sequence[str]) -> None:
    (folder / "schemes").mkdir()
    (folder / "site.yml").write_text(
        "format: 1\ntitle: 海西省红黑榜\nregions: {haixi: 海西省}\n", encoding="utf-8"
    )
    lines = "\n".join(f"  - {{grade: {g}, standing: {STANDINGS[g]}}}" for g in grades)
    scheme = (
        f"id: haixi-nianjian\nname: 海西省职业技能鉴定机构年检\nregion: haixi\ngrades:\n{lines}\n"
    )
    (folder / "schemes/haixi-nianjian.yml").write_text(scheme, encoding="utf-8")


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    data, problems = read(ROOT / "tests/gansu_register")
    assert problems == []
    return data
