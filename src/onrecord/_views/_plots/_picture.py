"""A layered chart that shows and saves itself without a network."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree

import altair as alt
import vl_convert

from onrecord.errors import InvalidValueError

_SVG = "http://www.w3.org/2000/svg"
_VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_EMBEDDING = {"actions": {"export": True, "source": False, "compiled": False, "editor": False}}


class Picture(alt.LayerChart):
    """An altair chart whose page stands alone and whose notebook view is a drawing without script.

    It is an `altair.LayerChart` in all else: `properties`, `configure` and `to_dict` are altair's own.
    """

    def save(self, fp: str | Path | IO[Any], format: Any = None, *args: Any, **options: Any) -> None:  # noqa: A002
        """Write the picture as `png`, `svg`, `html`, `pdf` or `json`, by the name's ending or as `format` says.

        The page holds all that it needs; the drawing shows its words on hover. `options` are those of `to_html` for a
        page, none for a drawing, and those of altair's `save` for all else.

        Raises:
            InvalidValueError: for options that a drawing has not.
        """
        kind = _kind(fp, format)
        if kind == "html":
            _write(fp, self.to_html(*args, **options))
        elif kind == "svg":
            _no_options(args, options)
            _write(fp, self.to_svg())
        else:
            with _plain():
                super().save(fp, kind, *args, **options)

    def to_html(self, *args: Any, **options: Any) -> str:
        """A page that needs nothing from elsewhere, whatever words the data holds."""
        kept: dict[str, Any] = {"inline": True, "embed_options": _EMBEDDING, **options}
        kept["json_kwds"] = {**(options.get("json_kwds") or {}), "cls": _Encoder}
        with _plain():
            return super().to_html(*args, **kept)

    def to_svg(self) -> str:
        """A drawing in which each mark's words are its title, which browsers show on hover."""
        with _plain():
            spec = self.to_dict()
        return _titled(vl_convert.vegalite_to_svg(spec, vl_version=_VERSION), spec.get("description", ""))

    def _repr_mimebundle_(self, *args: Any, **options: Any) -> Any:
        if alt.renderers.active != "default":
            return super()._repr_mimebundle_(*args, **options)
        with _plain():
            spec = self.to_dict()
        page = f'<div style="overflow-x:auto">{self.to_svg()}</div>'
        return {"text/html": page, "text/plain": f"<Picture: {spec.get('description', '')}>"}


class _Encoder(json.JSONEncoder):
    """JSON that may stand inside a script: no text of the data can close the element or open another."""

    def encode(self, o: Any) -> str:
        return super().encode(o).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@contextmanager
def _plain() -> Generator[None, None, None]:
    """Altair's own way with data while a picture is written: another might compile or store it elsewhere."""
    with alt.data_transformers.enable("default"):
        yield


def _kind(fp: str | Path | IO[Any], told: Any) -> Any:
    kind = told or (Path(fp).suffix[1:] if isinstance(fp, str | Path) else None)
    return kind and kind.lower()


def _no_options(args: tuple[Any, ...], options: dict[str, Any]) -> None:
    given = [*map(repr, args), *options]
    if given:
        message = f"a drawing (svg) takes no options, got {', '.join(given)}: leave them out, or save a png"
        raise InvalidValueError(message, field="options", value=options or args)


def _write(fp: str | Path | IO[Any], text: str) -> None:
    if isinstance(fp, str | Path):
        Path(fp).write_text(text, encoding="utf-8")
    else:
        fp.write(text)


def _titled(drawing: str, description: str) -> str:
    """The drawing with its description, labels as titles, and ids that no other drawing on the same page has."""
    ElementTree.register_namespace("", _SVG)
    own = f"onrecord-{sha256(drawing.encode()).hexdigest()[:8]}-"
    root = ElementTree.fromstring(drawing)
    root.set("role", "graphics-document")
    root.set("aria-label", description)
    for element in root.iter():
        _rename(element, own)
        label = element.get("aria-label")
        if label and element.get("role") == "graphics-symbol" and element.tag != f"{{{_SVG}}}g":
            title = ElementTree.Element(f"{{{_SVG}}}title")
            title.text = label
            element.insert(0, title)
    return ElementTree.tostring(root, encoding="unicode")


def _rename(element: ElementTree.Element, own: str) -> None:
    for name, value in element.items():
        if name == "id":
            element.set(name, own + value)
        elif value.startswith("url(#"):
            element.set(name, f"url(#{own}{value[5:]}")
