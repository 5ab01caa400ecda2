"""Invented people for tests of the calendar."""

from briefs.roles import Person, Role

SAM = Person("sam", "Sam Ortiz", ("sam@agency.example",), frozenset({Role.ACCOUNT_EXECUTIVE}), aliases=("SO",))
ANA = Person("ana", "Ana Ruiz Vega", ("ana@agency.example", "a.ruiz@agency.example"), frozenset({Role.CREATIVE}))
WILL = Person("will", "Will Stone", ("will@agency.example",), frozenset({Role.CREATIVE}), aliases=("Stoney",))
JON = Person("jon", "Jon Stone", ("jon@agency.example",), frozenset({Role.TRAFFIC}))
GONE = Person("gone", "Greta Gone", ("greta@agency.example",), frozenset(), active=False)
PEOPLE = (SAM, ANA, WILL, JON, GONE)
