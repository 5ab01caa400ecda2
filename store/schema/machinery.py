"""Tables that keep several processes in step: leases, counters, keys that all of them use."""

import datetime as dt

from sqlalchemy import Column, Named, Table, TypedColumns

from store.columns import Characters, Instant, Whole
from store.schema.base import metadata


class LeaseColumns(TypedColumns):
    name: Named[str] = Column(Characters, primary_key=True)
    holder: Named[str] = Column(Characters)
    fence: Named[int] = Column(Whole)  # rises with every new holder: what an earlier one still does is told by it
    until: Named[dt.datetime] = Column(Instant)


lease = Table("lease", metadata, LeaseColumns)


class CounterColumns(TypedColumns):
    name: Named[str] = Column(Characters, primary_key=True)
    value: Named[int] = Column(Whole)


# Numbers that people read: a sequence would leave a gap for every transaction rolled back.
counter = Table("counter", metadata, CounterColumns)


class OwnKeyColumns(TypedColumns):
    name: Named[str] = Column(Characters, primary_key=True)
    key: Named[str] = Column(Characters)


own_key = Table("own_key", metadata, OwnKeyColumns)
