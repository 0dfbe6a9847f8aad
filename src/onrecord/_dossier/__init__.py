"""The dossier and its builder, the questions and their answers, and the check of the whole."""

from onrecord._dossier._answers import Chain, Dispute, Doubt, Side, Step, Testimony
from onrecord._dossier._builder import Builder
from onrecord._dossier._checks import faults_among, faults_of, problems_of
from onrecord._dossier._compare import Comparison, Difference, compare, diff
from onrecord._dossier._dossier import Dossier, Noun, Recorded
from onrecord._dossier._joins import Identities, Links
from onrecord._dossier._options import EvidenceOptions, StatementOptions
from onrecord._dossier._plots import Plots
from onrecord._dossier._selection import (
    Actors,
    Disputes,
    Doubts,
    Events,
    Locations,
    Selection,
    Sources,
    Statements,
    Testimonies,
)
from onrecord._dossier._view import View

__all__ = [
    "Actors",
    "Builder",
    "Chain",
    "Comparison",
    "Difference",
    "Dispute",
    "Disputes",
    "Dossier",
    "Doubt",
    "Doubts",
    "Events",
    "EvidenceOptions",
    "Identities",
    "Links",
    "Locations",
    "Noun",
    "Plots",
    "Recorded",
    "Selection",
    "Side",
    "Sources",
    "StatementOptions",
    "Statements",
    "Step",
    "Testimonies",
    "Testimony",
    "View",
    "compare",
    "diff",
    "faults_among",
    "faults_of",
    "problems_of",
]
