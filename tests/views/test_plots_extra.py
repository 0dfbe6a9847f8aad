"""Pictures without their extra: what is missing is named, and nothing is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from onrecord import Dossier, Event, EventId, MissingExtraError, Plots, _views

PICTURES: dict[str, Callable[[Plots], Any]] = {
    "timeline": lambda plots: plots.timeline(),
    "accounts": lambda plots: plots.accounts("fire"),
    "chains": lambda plots: plots.chains(),
    "map": lambda plots: plots.map(),
}


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
@pytest.mark.parametrize("name", PICTURES)
def test_without_the_extra_each_picture_names_it(name: str, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [key for key in sys.modules if key.startswith("onrecord._views._plots")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr(_views, "_plots", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    plots = Plots(Dossier(events=[Event(id=EventId("fire"), label="Fire")]))
    with pytest.raises(MissingExtraError, match=r"pip install 'onrecord\[plot\]'"):
        PICTURES[name](plots)


def test_neither_the_library_nor_the_door_imports_altair() -> None:
    code = "import sys, onrecord; onrecord.Dossier().plot; print('altair' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_door_offers_the_pictures_and_nothing_else() -> None:
    assert dir(Plots(Dossier())) == sorted(PICTURES)


def test_the_door_tells_what_can_be_drawn() -> None:
    assert repr(Plots(Dossier())) == "<Plots: timeline(), accounts(event), chains(), map()>"
