"""The pages: briefs to confirm, correct or reject, and every message with its outcome."""
