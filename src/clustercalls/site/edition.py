"""One audience published: what is made, what is kept of it, and what is said about it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.audiences import Audience
from clustercalls.calendar.revise import KEPT_DAYS
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, Registry
from clustercalls.query.outward import Knows, knows_of
from clustercalls.registry.own_keys import NONE, OwnKeys
from clustercalls.render.published import AudienceNews
from clustercalls.site.files import FEEDS, files_of
from clustercalls.site.folder import Site
from clustercalls.site.making import Gone, Making
from clustercalls.site.manifest import Departed, Manifest, calls_of
from clustercalls.site.selection import chosen_for, kept_back, publications
from clustercalls.zones import Moment


class Edition(Struct, frozen=True):
    """What every audience is published from.

    `parts` are those of the names in calendars, `key` is the digest of all that the files are made of, empty
    where that cannot be told; `together` is the digest of the names that are published by default. `own` are
    the keys of one's own, where somebody is to know them.
    """

    registry: Registry
    moment: Moment
    t: Language
    parts: tuple[str, ...]
    key: str = ""
    together: str = ""
    own: OwnKeys = NONE


def news_of(site: Site, audience: Audience, edition: Edition) -> AudienceNews:
    """What would be said, with nothing written.

    Raises:
        InputRefused: for a filter that is wrong, or that no entry passes; for a memory that is broken.
        WorldFailed: when the memory cannot be read.
    """
    chosen = _chosen(site.name, audience, edition)
    return _report(site.name, audience, edition, chosen, site.known())


def published(site: Site, audience: Audience, edition: Edition) -> AudienceNews:
    """Makes the folder of an audience what it is to be, and says what is new in it.

    Raises:
        InputRefused: as `news_of`.
        WorldFailed: when the disk refuses.
    """
    chosen, known = _chosen(site.name, audience, edition), site.known()
    report = _report(site.name, audience, edition, chosen, known)
    if edition.key and edition.key == known.key and site.is_whole(known):
        return report
    goal = _goal(audience, edition, chosen, known)
    gone = tuple(Gone(key, each.title, each.left) for key, each in goal.gone.items())
    told: list[Problem] = []
    narrower = _is_narrower(known.may, goal.may)
    making = Making(
        edition.registry,
        edition.parts,
        site.before(known),
        narrower,
        gone,
        told.append,
        set(),
        site.templates,
        tuple(key for key in goal.calls if key not in {each.id for each in chosen}),
    )
    registry = replace(edition.registry, entries=chosen)
    made = files_of(
        publications(site.name, audience, registry, edition.moment, edition.t, edition.own), making
    )
    problems = [*told, *site.put(made, known, _stays(edition.registry, made), goal)]
    return replace(report, problems=tuple(problems))


def _chosen(name: str, audience: Audience, edition: Edition) -> tuple[Entry, ...]:
    chosen = chosen_for(name, audience, edition.registry, edition.moment)
    if not chosen and not audience.status:  # nothing may be open for a while
        place = Place("", 0, f"[audience.{name}]")
        raise InputRefused(problem("nobody-selected", place, filters=_typed(audience)))
    return chosen


def _typed(audience: Audience) -> str:
    """The filters of an audience as they are typed."""
    import shlex

    from clustercalls.audiences import FILTERS

    words = [f"--{key} {shlex.quote(each)}" for key in FILTERS for each in getattr(audience, key)]
    return " ".join([*words, *(f"--not {shlex.quote(each)}" for each in audience.not_)])


def _goal(audience: Audience, edition: Edition, chosen: tuple[Entry, ...], known: Manifest) -> Manifest:
    """What is remembered when all is done; what may only have failed to load is remembered as it was."""
    may, today = knows_of(audience), edition.moment.today()
    calls = dict(calls_of(chosen, may, edition.own))
    is_lost = _is_lost(edition.registry)
    calls |= {key: each for key, each in known.calls.items() if key not in calls and is_lost(key)}
    left = {key: Departed(each.title, today) for key, each in known.calls.items()}
    oldest = today - timedelta(days=KEPT_DAYS)
    gone = {
        key: each for key, each in (left | known.gone).items() if key not in calls and each.left >= oldest
    }
    is_kept = edition.registry.sound and edition.key
    return Manifest(
        key=edition.key if is_kept else "",
        zone=edition.registry.zone,
        together="" if audience.internal else edition.together,
        may=may,
        calls=calls,
        gone=gone,
    )


def _report(
    name: str, audience: Audience, edition: Edition, chosen: tuple[Entry, ...], known: Manifest
) -> AudienceNews:
    now, before = calls_of(chosen, knows_of(audience), edition.own), known.calls
    is_lost = _is_lost(edition.registry)
    both = [(each, before[key]) for key, each in now.items() if key in before]
    return AudienceNews(
        name,
        len(chosen),
        len(edition.registry.entries),
        sum(key not in before for key in now),
        sum(each.dates != old.dates for each, old in both),
        sum(each.dates == old.dates and each.facts != old.facts for each, old in both),
        sum(key not in now and not is_lost(key) for key in before),
        kept_back(chosen, audience),
        unaddressed=not audience.address and not audience.internal,
        unfed=not audience.address and not known.paths.isdisjoint(FEEDS),
    )


def _is_lost(registry: Registry) -> Callable[[str], bool]:
    """Whether a call of this id may be in the registry, and only could not be read."""
    broken = {each.place.entry for each in registry.errors}
    there = {each.id for each in registry.entries}
    return lambda key: key in broken or ("" in broken and key not in there)


def _stays(registry: Registry, made: Mapping[str, bytes]) -> Callable[[str], bool]:
    """Whether a file is of such a call: `calls/ID.html`, `it/calls/ID.ics`."""
    is_lost = _is_lost(registry)

    def stays(path: str) -> bool:
        folder, _, name = path.rpartition("/")
        is_of_call = folder.rpartition("/")[2] == "calls" and path not in made
        return is_of_call and is_lost(name.partition(".")[0])

    return stays


def _is_narrower(before: Knows, now: Knows) -> bool:
    """Whether something may be known no more."""
    return not now.internal and any(
        getattr(before, each) and not getattr(now, each) for each in Knows.__struct_fields__
    )
