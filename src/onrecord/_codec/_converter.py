"""The converters: ours, and what teaches theirs."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError

from onrecord import _model, _when
from onrecord._codec import _structure, _unstructure
from onrecord._codec._document import TABLES, Document, document_of, objects_in
from onrecord._codec._faults import FaultError, at_member, at_most, in_class
from onrecord._codec._limits import DEFAULT, Limits
from onrecord._codec._readable import faults_of_readable
from onrecord._codec._versions import as_ours, as_theirs
from onrecord._dossier import Dossier, faults_among
from onrecord._model import Extra
from onrecord.errors import Problem

_PUBLIC = [value for module in (_model, _when) for value in vars(module).values() if isinstance(value, type)]
_CLASSES: Final = frozenset({Document, *filter(attrs.has, _PUBLIC)})
_VOCABULARIES: Final = [value for value in _PUBLIC if issubclass(value, Enum) and len(value)]


def make_converter() -> Converter:
    """A converter that is strict with all that onrecord's classes are made of."""
    converter = Converter(forbid_extra_keys=True)
    for kind in _structure.SCALARS:
        converter.register_structure_hook(kind, _structure.scalar_hook(kind, {"blank": True}))
    converter.register_structure_hook_factory(_is_array, _array_structure_hook)
    configure_converter(converter)
    return converter


@functools.cache
def shared_converter() -> Converter:
    """The one converter of the functions that read and write."""
    return make_converter()


def configure_converter(converter: Converter) -> None:
    """Register hooks for our classes, and for nothing else."""
    converter.register_structure_hook_factory(_CLASSES.__contains__, _class_structure_hook)
    converter.register_unstructure_hook_factory(_CLASSES.__contains__, _class_unstructure_hook)
    for vocabulary in _VOCABULARIES:
        converter.register_structure_hook(vocabulary, _structure.term_hook(vocabulary))
        converter.register_unstructure_hook(vocabulary, _unstructure.unstructure_term)
    converter.register_structure_hook(Extra, _structure.structure_extra)
    converter.register_unstructure_hook(Extra, _unstructure.unstructure_extra)
    converter.register_structure_hook(Dossier, lambda data, _: structure_dossier(data, converter))
    converter.register_unstructure_hook(Dossier, lambda dossier: unstructure_dossier(dossier, converter))


def _is_array(hint: Any) -> bool:
    args = typing.get_args(hint)
    return typing.get_origin(hint) is list or (typing.get_origin(hint) is tuple and args[1:] == (...,))


def _array_structure_hook(hint: Any, converter: Converter) -> _structure.Hook:
    return _structure.array_hook(hint, converter, {})


def _class_structure_hook(cls: type, converter: Converter) -> _structure.Hook:
    return _structure.class_hook(cls, converter)


def _class_unstructure_hook(cls: type, converter: Converter) -> _unstructure.Hook:
    return _unstructure.class_hook(cls, converter)


def structure_dossier(data: object, converter: Converter, limits: Limits = DEFAULT) -> Dossier:
    """Make a dossier from plain data of any version that is read.

    Raises:
        in_class: a `ClassValidationError` with every fault.
    """
    with at_most(limits.faults):
        data, foreign = as_ours(data, limits)
        try:
            document = converter.structure(data, Document)
        except ClassValidationError as error:
            faults = _told([*foreign, *faults_of_readable(data, converter, _most(limits))])
            raise in_class(Dossier, [*error.exceptions, *faults]) from None
    return dossier_of(document, limits, foreign)


def dossier_of(document: Document, limits: Limits, found: Iterable[Problem] = ()) -> Dossier:
    """Make a dossier from a document without faults, its own and those found before.

    Raises:
        in_class: a `ClassValidationError` with every fault.
    """
    tables = objects_in(document)
    indexed = {name: _indexed(getattr(document, name)) for name in TABLES}
    faults = _told([*found, *faults_among(indexed, (), most=_most(limits))])
    if faults:
        raise in_class(Dossier, faults)
    return Dossier(**tables, extra=document.extra)


def _indexed(table: tuple[Any, ...]) -> dict[int, Any]:
    return dict(enumerate(table))


def _most(limits: Limits) -> int | None:
    return None if limits.faults is None else limits.faults + 1


def unstructure_dossier(dossier: Dossier, converter: Converter) -> dict[str, Any]:
    """Make plain data from a dossier; the inverse of `structure_dossier`.

    Raises:
        ClassValidationError: for a key of the reserved namespace of `extra` that is no member of a newer format.
    """
    return as_theirs(converter.unstructure(document_of(dossier)))


def _told(faults: Iterable[Problem]) -> list[Exception]:
    return [at_member(FaultError(f.code, f.message), Dossier, f.path.removeprefix("$.")) for f in faults]
