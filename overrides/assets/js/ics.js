// A calendar file of meetings as RFC 5545 has it, for Outlook, Google and Apple. Fetched when one is
// asked for.

const LONGEST = 75; // octets of a line
const HOUR = 36e5;
const text = new TextEncoder();

/** Finland's time since 1996: two hours ahead, and three from the last Sunday of March to that of
    October, each at one o'clock UTC. */
const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
DTSTART:19970330T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split("\n");

/** One o'clock UTC on the last Sunday of a month, which is counted from 0 and has 31 days. */
const turn = (year, month) => {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
};

/** How far ahead of UTC Finland is at a moment, in milliseconds. */
const ahead = (moment) => {
  const year = new Date(moment).getUTCFullYear();
  return (moment >= turn(year, 2) && moment < turn(year, 9) ? 3 : 2) * HOUR;
};

/** The moment at which clocks in Finland show a time: the first one, where they show it twice. Where
    they leave it out, it is as long after the change. */
const momentOf = (date, time) => {
  const shown = Date.parse(`${date}T${time}Z`);
  return [3, 2].map((hours) => shown - hours * HOUR).find((moment) => moment + ahead(moment) === shown) ?? shown - 2 * HOUR;
};

const stamp = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");
const clock = (moment) => stamp(moment + ahead(moment)).slice(0, -1);

/** When a meeting begins and ends. A clock that shows the end twice would mean the first of both:
    then its duration is said instead. */
const when = ({ date, time, minutes }) => {
  const begin = momentOf(date, time);
  const end = begin + minutes * 6e4;
  const shown = new Date(end + ahead(end)).toISOString();
  const sure = momentOf(shown.slice(0, 10), shown.slice(11, 16)) === end;
  const zone = ";TZID=Europe/Helsinki:";
  return ["DTSTART" + zone + clock(begin), sure ? "DTEND" + zone + clock(end) : `DURATION:PT${minutes}M`];
};

/** A text without signs that no text has. */
const plain = (words) => words.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");

/** A text as a value: what has a meaning there is escaped. */
const escaped = (words) =>
  plain(words)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A line in pieces of at most 75 octets, of which no sign is cut. */
const folded = (line) => {
  let [out, room] = ["", LONGEST];
  for (const sign of line) {
    const size = text.encode(sign).length;
    if (size > room) [out, room] = [out + "\r\n ", LONGEST - 1];
    out += sign;
    room -= size;
  }
  return out;
};

const event = (meeting, { id, host, lang, name, now, sequence, site }) => {
  const { place, tools } = meeting;
  const title = plain(meeting.title);
  const said = (property, words) => (words ? [`${property};LANGUAGE=${lang}:${escaped(words)}`] : []);
  const links = tools.map((tool) => `${tool.title}: ${site}${tool.url}`);
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${meeting.id}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${sequence}`,
    ...when(meeting),
    ...said("SUMMARY", title ? `${name}: ${title}` : name),
    ...said("LOCATION", place),
    ...said("DESCRIPTION", links.join("\n")),
    ...(tools.length ? [`URL:${site}${tools[0].url}`] : []),
    "END:VEVENT",
  ];
};

/**
 * The file's text. Meetings are as plan.js has them whole; `about` is {id, host, lang, name, now,
 * sequence, site}: the plan's id and how often it was changed, the site's host and address, the
 * reader's language, what a meeting is called, and the moment in milliseconds.
 */
export const calendar = (meetings, about) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${about.host}//${about.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...ZONE,
    ...meetings.flatMap((meeting) => event(meeting, about)),
    "END:VCALENDAR",
  ]
    .map((line) => folded(line) + "\r\n")
    .join("");
