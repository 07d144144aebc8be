"""Centres in the open data: figures, standing and decisions, in fields that are a promise."""

from typing import Any

import msgspec
from tests.views.tiny_register import centre, judged, result

from register.exports.api import api_files
from register.register import Register


def published(register: Register, path: str) -> dict[str, Any]:
    (found,) = [file for file in api_files(register) if file.path == path]
    decoded: dict[str, Any] = msgspec.json.decode(found.content)
    return decoded


def test_a_centre_has_its_figures_and_its_decisions() -> None:
    register = judged((centre("c-0"),), (result(("c-0",)),))
    (one,) = published(register, "api/v1/centres.json")["centres"]
    assert (one["standing"], one["grade"], one["year"]) == ("qualified", "达标", 2024)
    assert one["years"][0]["measures"]["appraisals"] == 7001
    assert one["decisions"][0]["notice"] == "n-1"
    assert published(register, "api/v1/centres/c-0.json")["spans"][-1]["notice"] == "n-1"


def test_a_register_without_centres_publishes_an_empty_list() -> None:
    assert published(judged(()), "api/v1/centres.json")["centres"] == []
