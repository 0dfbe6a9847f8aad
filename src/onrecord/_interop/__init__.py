"""What other tools take: flat rows."""

from onrecord._interop.rows import rows

__all__ = ["rows"]
