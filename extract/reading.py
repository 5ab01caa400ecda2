"""Mail in, Findings out."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

import spacy

from briefs.findings import Finding, Findings, Intent, Job, Place
from briefs.mail import Mail
from extract.bounded import bounded, shortened, without
from extract.clauses import layout
from extract.country import country_of
from extract.intent import Wanted, asked, intent_of, nothing_asked, told
from extract.own_words import Entry
from extract.remarks import Explained, Remark, explained
from extract.rules import RULES
from extract.setting import Setting
from extract.settle import settled
from extract.several import Cut, cuts_of, jobs_of, said_of
from extract.signs import Stems
from extract.sure import is_likely, judged, reasons
from extract.term import Terms
from extract.text import Text
from extract.tokens import Tokens
from extract.vocabulary import Vocabulary
from extract.window import window

_UNCERTAIN = 0.4  # most confidence in words that a machine read off a picture


def _unlikely(finding: Finding) -> Remark:
    why = f"not told: right with a chance of {finding.confidence:.0%} only"
    return Remark(finding.field, finding.place, finding.quote, why, taken=False)


class Extractor:
    """Built once (it loads the vocabulary), then reads any number of mails, one at a time."""

    def __init__(self, own: tuple[Entry, ...] = ()) -> None:
        self._vocabulary = Vocabulary(spacy.blank("en"), own)

    def read(self, mail: Mail, setting: Setting = Setting()) -> Findings:  # noqa: B008 (frozen)
        """What is likelier right than wrong, in the order of the text; nothing for a mail that asks for nothing."""
        return self._read(mail, setting, is_likely)

    def weigh(self, mail: Mail, setting: Setting = Setting()) -> Findings:  # noqa: B008 (frozen)
        """What `read` chooses from: everything found, each value with the chance that it is right."""
        return self._read(mail, setting, lambda _: True)

    def _read(self, mail: Mail, setting: Setting, is_told: Callable[[Finding], bool]) -> Findings:
        mail, left_out = shortened(mail)
        text = self.text(mail, setting)
        wanted = nothing_asked(text)
        if wanted is not None:
            return Findings(wanted.intent, wanted.rule, (), left_out, (), _too_long(left_out))
        found = found_in(text)
        wanted = asked(text, found)
        sure = judged(text, told(wanted.intent, found), wanted)
        cuts = cuts_of(text, sure) if wanted.intent is Intent.REQUEST else []
        notes = (*_too_long(left_out), *text.notes)
        jobs = self._jobs(mail, setting, wanted, cuts, is_told)
        told_of = _doubted(mail, tuple(filter(is_told, sure)))
        return Findings(wanted.intent, wanted.rule, told_of, left_out, jobs, notes)

    def _jobs(
        self, mail: Mail, setting: Setting, wanted: Wanted, cuts: Sequence[Cut], is_told: Callable[[Finding], bool]
    ) -> tuple[Job, ...]:
        """Each section is read as if the others were not there, so that none of theirs is taken for its own."""

        def read(cut: Cut, number: int) -> tuple[Finding, ...]:
            part = without(mail, [other.place for at, other in enumerate(cut.sections) if at != number])
            text = self.text(part, setting)
            found = found_in(text, cut.sections[number].place)
            return _doubted(part, tuple(filter(is_told, judged(text, found, wanted))))

        return next((jobs for cut in cuts if (jobs := jobs_of(cut, read))), ())

    def explain(self, mail: Mail, setting: Setting = Setting()) -> Explained:  # noqa: B008 (frozen)
        """What `read` finds, with the reasons, and what was looked at and not taken."""
        mail, left_out = shortened(mail)
        remarks: list[Remark] = []
        text = self.text(mail, setting, remarks)
        found = found_in(text)
        wanted = intent_of(text, found)
        standing = told(wanted.intent, found)
        sure = judged(text, standing, wanted)
        remarks += [*reasons(text, standing, wanted, sure), *map(_unlikely, itertools.filterfalse(is_likely, sure))]
        cuts = cuts_of(text, sure) if wanted.intent is Intent.REQUEST else []
        notes = (*_too_long(left_out), *text.notes)
        likely = tuple(filter(is_likely, sure))
        jobs = self._jobs(mail, setting, wanted, cuts, is_likely)
        findings = Findings(wanted.intent, wanted.rule, _doubted(mail, likely), left_out, jobs, notes)
        untold = f"not told: the mail's intent is {wanted.intent.value} ({wanted.rule})"
        weighed = {(finding.field, finding.place) for finding in sure}
        unasked = tuple(each for each in found if (each.field, each.place) not in weighed)
        return explained(findings, unasked, remarks, untold)

    def find(self, mail: Mail, setting: Setting = Setting()) -> tuple[Finding, ...]:  # noqa: B008 (frozen)
        """Everything found, whatever the writer wants: also the deadlines of a supplier. Sure are only the rules."""
        text = self.text(mail, setting)
        return _doubted(mail, found_in(text))

    def text(
        self,
        mail: Mail,
        setting: Setting = Setting(),  # noqa: B008 (frozen)
        remarks: list[Remark] | None = None,
    ) -> Text:
        """What rules see of the mail."""
        seen = window(mail)
        tokens = Tokens(seen.words)
        return Text(
            words=seen.words,
            pieces=seen.pieces,
            tokens=tokens,
            stems=Stems(seen.words),
            terms=Terms(self._vocabulary.terms(tokens)),
            layout=bounded(seen.words, layout(seen.words)),
            mail=mail,
            setting=setting,
            country=country_of(mail, setting),
            window=seen,
            remarks=remarks,
        )


def _too_long(left_out: int) -> tuple[str, ...]:
    return (f"The last {left_out:,} characters were too many to be read for the brief.",) if left_out else ()


def found_in(text: Text, own: Place | None = None) -> tuple[Finding, ...]:
    """What stands of all that the rules find. What is said within `own` and elsewhere counts as said there."""

    def lost(finding: Finding, why: str) -> None:
        if text.remarks is not None:
            text.remarks.append(Remark(finding.field, finding.place, finding.quote, why, taken=False))

    found = [finding for find in RULES for finding in find(text)]
    if own is None:
        return settled(found, lost)
    inside = settled(finding for finding in found if own.start <= finding.place.start < own.end)
    outside = settled(finding for finding in found if not own.start <= finding.place.start < own.end)
    said = {said_of(finding) for finding in inside}
    both = [*inside, *(finding for finding in outside if said_of(finding) not in said)]
    return tuple(sorted(both, key=lambda finding: (finding.place.start, finding.place.end)))


def _doubted(mail: Mail, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What stands in a text read off a picture is never sure, however plainly it is said."""
    uncertain = [segment for segment in mail.segments if segment.part in mail.uncertain_parts]
    if not uncertain:
        return found
    return tuple(
        replace(finding, confidence=min(finding.confidence, _UNCERTAIN))
        if any(segment.start <= finding.place.start < segment.end for segment in uncertain)
        else finding
        for finding in found
    )
