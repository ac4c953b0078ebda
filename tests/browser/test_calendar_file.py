"""The calendar file: what two readers make of it, over both changes of clocks and any rhythm.

`icalendar` reads what it is given, `ical` refuses what RFC 5545 forbids; the rules that neither
looks at are checked here. Many plans go through the page's own code at once.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from on_a_sheet import person
from playwright.sync_api import Browser, Page

HELSINKI = ZoneInfo("Europe/Helsinki")
CASES = 40  # plans in one call of the browser
MADE = """async ([cases, site]) => {
  const { calendar } = await import(`${site}assets/js/ics.js`);
  const { dates } = await import(`${site}assets/js/rhythm.js`);
  return cases.map(({ first, every, count, about, ...meeting }) => {
    const days = dates(first, every, count);
    const meetings = days.map((date, n) => ({ ...meeting, date, id: `${n + 1}` }));
    return [days, calendar(meetings, { ...about, site })];
  });
}"""

# What a person may type: signs with a meaning in the file, long words, other scripts, controls.
TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(list('\\;,:"\n\r\täöå🙂'))),
    max_size=60,
)
TOOLS = st.lists(st.fixed_dictionaries({"title": TEXTS, "url": st.just("tools/a/")}), max_size=3)
PLANS = st.fixed_dictionaries({
    "first": st.dates(date(2024, 1, 1), date(2040, 12, 31)).map(date.isoformat),
    "every": st.sampled_from(["1", "2", "3", "4", "month"]),
    "count": st.integers(1, 30),
    "time": st.times().map(lambda time: f"{time:%H:%M}"),
    "minutes": st.integers(5, 600),
    "title": TEXTS, "place": TEXTS, "tools": TOOLS,
    "about": st.fixed_dictionaries({
        "id": st.from_regex(r"[a-z0-9]{1,7}", fullmatch=True), "host": st.just("site.example"),
        "lang": st.sampled_from(["fi", "en"]), "name": st.just("Mentorointi"),
        "now": st.integers(1_700_000_000_000, 2_200_000_000_000),
        "sequence": st.integers(0, 10**6),
    }),
})  # fmt: skip


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    with person(browser) as context:
        page = context.new_page()
        page.goto(f"{address}robots.txt")
        yield page


def site(page: Page) -> str:
    return page.url.removesuffix("robots.txt")


def made(page: Page, *cases: dict[str, Any]) -> list[tuple[list[str], str]]:
    """The dates and the file that the page's code makes of each plan."""
    return [(days, text) for days, text in page.evaluate(MADE, [list(cases), site(page)])]


def plan(**more: Any) -> dict[str, Any]:
    about: dict[str, Any] = {
        "id": "p1",
        "host": "site.example",
        "lang": "fi",
        "name": "Mentorointi",
    }
    about |= {"now": 1_790_000_000_000, "sequence": more.pop("sequence", 1)}
    tools = [{"title": "Elämänviiva", "url": "tools/lifeline/"}]
    usual = {"first": "2026-10-06", "every": "month", "count": 3, "time": "17:00", "minutes": 90}
    return {**usual, "title": "Alku", "place": "Kirjasto", "tools": tools, "about": about, **more}


def rhythm(first: date, every: str, count: int) -> list[str]:
    """The dates by another way than the page's: counting days one by one."""
    if every != "month":
        return [str(first + timedelta(weeks=int(every) * n)) for n in range(count)]
    which, found = (first.day + 6) // 7, [first]
    for n in range(1, count):
        year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
        day, days = date(year, month + 1, 1), []
        while day.month == month + 1:
            if day.weekday() == first.weekday():
                days.append(day)
            day += timedelta(days=1)
        found.append(days[min(which, len(days)) - 1])
    return [str(day) for day in found]


def faults(text: str) -> Iterator[str]:
    """What RFC 5545 forbids in lines and properties, which readers forgive."""
    lines = text.encode().split(b"\r\n")
    if lines.pop() or any(b"\r" in line or b"\n" in line for line in lines):
        yield "a line does not end with CRLF"
    if any(len(line) > 75 for line in lines):
        yield "a line is longer than 75 octets"
    for line in lines:
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"a control character in {line!r}"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"a letter is cut in {line!r}"
    for whole in text.replace("\r\n ", "").split("\r\n")[:-1]:
        match = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=[^";:,\x00-\x1f]+)*):(.*)', whole, re.DOTALL)
        if not match:
            yield f"no content line: {whole}"
        elif match[1] in ("SUMMARY", "LOCATION", "DESCRIPTION") and re.search(
            r"(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])", match[3]
        ):
            yield f"a sign that is not escaped: {whole}"


def required(text: str) -> Iterator[str]:
    """Each event's own rules: what stands there once, and what not beside what."""
    for event in text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        names = re.findall(r"^([A-Z-]+)[;:]", event.partition("END:VEVENT")[0], re.MULTILINE)
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"):
            if names.count(name) != 1:
                yield f"{name} stands {names.count(name)} times"
        if names.count("DTEND") + names.count("DURATION") != 1:
            yield "an end and a duration, or neither"


def ends(case: dict[str, Any], day: str) -> tuple[datetime, datetime]:
    """When a meeting begins and ends, in UTC, as Python's own zones have it."""
    shown = datetime.fromisoformat(f"{day}T{case['time']}").replace(tzinfo=HELSINKI)
    begin = shown.astimezone(UTC)
    return begin, begin + timedelta(minutes=case["minutes"])


@settings(
    max_examples=2, deadline=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.large_base_example,
                           HealthCheck.data_too_large, HealthCheck.too_slow],
)  # fmt: skip
@given(cases=st.lists(PLANS, min_size=CASES, max_size=CASES))
def test_any_plan_is_read_as_it_was_made(cases: list[dict[str, Any]], page: Page) -> None:
    for case, (days, text) in zip(cases, made(page, *cases), strict=True):
        assert days == rhythm(date.fromisoformat(case["first"]), case["every"], case["count"])
        assert not [*faults(text), *required(text)]
        check_reading(case, days, text)


def check_reading(case: dict[str, Any], days: list[str], text: str) -> None:
    """Both readers find the meetings at their times, with the very words."""
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["METHOD"] == "PUBLISH"
    assert not [event.errors for event in calendar.events if event.errors]
    strict = IcsCalendarStream.calendar_from_ics(text).events
    words = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", re.sub(r"\r\n?", "\n", case["title"]))
    assert len({str(event["UID"]) for event in calendar.events}) == len(days) == len(strict)
    for day, event, other in zip(days, calendar.events, strict, strict=True):
        begin, end = ends(case, day)
        assert start(event) == begin
        assert exact_end(event) == end
        assert utc(other.dtstart) == begin
        assert event["SEQUENCE"] == other.sequence == case["about"]["sequence"]
        assert str(event["SUMMARY"]) == (f"Mentorointi: {words}" if words else "Mentorointi")
        assert event["SUMMARY"].params["LANGUAGE"] == case["about"]["lang"]


def utc(moment: Any) -> datetime:
    """A moment of a calendar, which might be a whole day, in UTC."""
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def start(event: Any) -> datetime:
    return utc(event.start)


def exact_end(event: Any) -> datetime:
    """The end in UTC: a duration is of time that passes, not of what clocks show."""
    begin = start(event)
    if "DURATION" in event:
        return begin + event["DURATION"].dt  # type: ignore[no-any-return]
    return event["DTEND"].dt.astimezone(UTC)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("first", "time", "minutes", "begin", "end"),
    [
        ("2026-10-24", "17:00", 90, "14:00", "15:30"),
        ("2026-10-25", "02:30", 30, "23:30", "00:00"),
        ("2026-10-25", "03:30", 15, "00:30", "00:45"),
        # Its end is shown twice: the file says how long it takes.
        ("2026-10-25", "02:30", 120, "23:30", "01:30"),
        ("2026-10-25", "17:00", 90, "15:00", "16:30"),
        ("2026-03-28", "17:00", 90, "15:00", "16:30"),
        # Clocks leave this time out.
        ("2026-03-29", "03:30", 60, "01:30", "02:30"),
        ("2026-03-29", "02:30", 60, "00:30", "01:30"),
        ("2026-03-29", "17:00", 90, "14:00", "15:30"),
    ],
)
def test_both_changes_of_clocks(
    page: Page, first: str, time: str, minutes: int, begin: str, end: str
) -> None:
    case = plan(first=first, time=time, minutes=minutes, count=1)
    [(_, text)] = made(page, case)
    [event] = icalendar.Calendar.from_ical(text).events
    assert f"{start(event):%H:%M}" == begin
    assert f"{exact_end(event):%H:%M}" == end


def test_the_zone_is_that_of_python_for_every_week_of_seventeen_years(page: Page) -> None:
    """What stands in the file about the zone, alone, without any zone of the reader's."""
    case = plan(first="2024-01-01", every="1", count=52 * 17, time="12:00")
    [(days, text)] = made(page, case)
    zone = icalendar.Calendar.from_ical(text).timezones[0].to_tz(lookup_tzid=False)
    for day in days:
        noon = datetime.fromisoformat(f"{day}T12:00")
        assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=HELSINKI).utcoffset()


def test_a_changed_plan_replaces_the_old_one(page: Page) -> None:
    old, new = made(page, plan(sequence=1), plan(sequence=2, time="18:00"))
    before, after = (icalendar.Calendar.from_ical(text).events for _, text in (old, new))
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert {event["SEQUENCE"] for event in after} == {2}
    assert before[0].start != after[0].start


def test_it_says_where_and_with_which_tools(page: Page) -> None:
    [(_, text)] = made(page, plan(count=1))
    [event] = icalendar.Calendar.from_ical(text).events
    assert str(event["LOCATION"]) == "Kirjasto"
    assert str(event["DESCRIPTION"]) == f"Elämänviiva: {site(page)}tools/lifeline/"
    assert str(event["URL"]) == f"{site(page)}tools/lifeline/"


def test_what_is_forbidden_is_found(page: Page) -> None:
    """The rules above see a file that was spoilt."""
    [(_, text)] = made(page, plan())
    assert not list(faults(text))
    for spoilt in (
        text.replace("\r\n", "\n"), text.replace("Kirjasto", "Kirjasto; sali"),
        text.replace("Kirjasto", "K" * 80), text.replace("Kirjasto", "a\x07"),
        text.replace("VERSION:2.0", "VERSION"),
    ):  # fmt: skip
        assert list(faults(spoilt))
    assert list(required(text.replace("UID:", "X-UID:", 1)))
