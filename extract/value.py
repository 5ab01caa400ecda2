"""Frozen dataclasses that are made in a quarter of the time: reading a mail makes hundreds of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, **how: Any) -> Callable[[type], type]:
        """As `dataclass`, but that nobody changes one is held by the type checker alone, not anew with each."""
        return dataclass(unsafe_hash=frozen, **how)
