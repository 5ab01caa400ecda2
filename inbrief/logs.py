"""Logging: a readable line on a terminal, one JSON object a line where a program collects them."""

import logging
import sys

import structlog


def configure() -> None:
    """Everything goes to standard error; standard output belongs to the answer of a command."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    # A job that is due while its run before still works is what `coalesce` is for, not news.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    human = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info if not human else structlog.processors.StackInfoRenderer(),
            structlog.dev.ConsoleRenderer() if human else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
