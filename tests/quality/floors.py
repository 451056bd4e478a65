"""What is asked of each measure: at least so much, and the aim where it is higher (speed: at most)."""

FLOORS: dict[str, tuple[float, float]] = {
    "marked stretches, exact F1": (0.950, 0.960),
    "marked stretches, exact recall": (0.960, 0.960),
    "speaker, lenient": (0.88, 0.92),
    "sure speakers: given": (0.75, 0.75),
    "sure speakers: lenient": (0.93, 0.96),
    "whole statements, overlap F1": (0.70, 0.78),
    "indirect statements, overlap F1": (0.53, 0.60),
    "sentences of 30": (29, 30),
    "opinion, precision": (0.80, 0.80),
    "opinion, recall": (0.20, 0.20),
    "numbers, recall": (0.95, 0.95),
    "dates, recall": (0.95, 0.95),
    "quotes, recall": (0.95, 0.95),
    "names, recall": (0.85, 0.85),
    "claims, F1": (0.85, 0.85),
    "splits, recall": (0.80, 0.80),
    "drafts, kept": (0.99, 0.997),
    "drafts, repeated kept": (0.93, 0.95),
    "drafts, edited": (0.95, 0.97),
    "drafts, gone": (0.99, 1.0),
    "drafts, repeated gone": (0.93, 0.97),
}
# Times the bare loop, at most: on stories, on any text.
SLOWEST, SLOWEST_ANYWHERE = 15.0, 30.0
