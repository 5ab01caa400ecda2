"""Ways in which a sentence says what the work is to achieve: one file a way, each tells where the aim begins."""

from extract.aims import answers, effects, goals, wishes
from extract.aims.way import Way

# In the order of trying; the number is how sure an aim is that was known this way.
WAYS: tuple[tuple[str, float, Way], ...] = (
    ("goal", 0.9, goals.begins),
    ("success", 0.85, goals.succeeds),
    ("gerund", 0.8, goals.gerunds),
    ("answer", 0.75, answers.begins),
    ("wish", 0.8, wishes.begins),
    ("hope", 0.75, wishes.hopes),
    ("effect", 0.7, effects.begins),
    ("felt", 0.7, effects.felt),
    ("order", 0.65, effects.ordered),
    ("more", 0.65, effects.more),
    ("so_that", 0.6, effects.so_that),
)
