"""Ways in which a piece of a sentence is a condition on the work: one file a way, each tells where it begins."""

from extract.conditions import (
    approvals,
    bans,
    bounds,
    corrections,
    craft,
    earlier,
    everywhere,
    languages,
    laws,
    musts,
    orders,
    places,
)
from extract.conditions.way import Way

# In the order of trying; the number is how sure a condition is that was known this way.
WAYS: tuple[tuple[str, float, Way], ...] = (
    ("ban", 0.9, bans.begins),
    ("must", 0.85, musts.begins),
    ("universal", 0.8, everywhere.begins),
    ("order", 0.75, orders.begins),
    ("law", 0.75, laws.begins),
    ("approval", 0.75, approvals.begins),
    ("spread", 0.75, everywhere.spreads),
    ("bound", 0.75, bounds.begins),
    ("language", 0.7, languages.begins),
    ("place", 0.65, places.begins),
    ("only", 0.7, bounds.only),
    ("correction", 0.65, corrections.begins),
    ("earlier", 0.65, earlier.begins),
    ("craft", 0.6, craft.begins),
)
