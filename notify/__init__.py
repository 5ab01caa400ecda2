"""Mail out: summaries and alerts, worded by templates and delivered from the outbox."""
