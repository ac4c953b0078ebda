// A plan of meetings as it is kept: a copy of the sheet "planner", so that all that is said of kept
// answers holds for it too. Its answers are flat, as those of sheets are: "planner-place", and
// "planner-m2-date" for what the second meeting that was made has of its own.

import { PLAN, inWords, planOf, today } from "./meetings.js";

const OF_ALL = ["path", "whose", "start", "time", "every", "minutes", "place", "count", "sequence", "last"];
const OF_ONE = ["date", "time", "minutes", "place", "title", "of", "tools"];
const MEETING = /^planner-m([a-z0-9]{1,6})-date$/;
// What a value has to look like; a file from elsewhere may hold anything.
const SOUND = {
  start: /^20[2-5]\d-\d\d-\d\d$/,
  date: /^20[2-5]\d-\d\d-\d\d$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  every: /^([1-4]|month)$/,
  minutes: /^[1-9]\d{0,2}$/,
  sequence: /^\d{1,9}$/,
  last: /^\d{1,9}$/,
};
const USUAL = { time: "17:00", every: "month", minutes: "60", sequence: "0", last: "0" };

const sound = (name, value = "") =>
  (SOUND[name] ?? /(?:)/).test(value) && !(/date|start/.test(name) && isNaN(Date.parse(value))) ? value : "";

/** A kept copy as a plan: what holds for all meetings, and the meetings by date, each with its id. */
export const planFrom = ({ answers }) => {
  const taken = (begin, names) =>
    Object.fromEntries(names.map((name) => [name, sound(name, answers[begin + name])]));
  const all = taken(`${PLAN}-`, OF_ALL);
  for (const name in USUAL) all[name] ||= USUAL[name];
  const ids = Object.keys(answers).flatMap((key) => MEETING.exec(key)?.[1] ?? []);
  all.last = Math.max(all.last, ...ids.map((id) => parseInt(id, 36)));
  const meetings = ids.map((id) => ({ id, ...taken(`${PLAN}-m${id}-`, OF_ONE) }));
  return { ...all, meetings: inOrder(meetings.filter(({ date }) => date)) };
};

const moment = ({ date, time }) => `${date} ${time}`;

/** Meetings by their dates. */
export const inOrder = (meetings) => meetings.sort((a, b) => (moment(a) < moment(b) ? -1 : 1));

/** The answers that keep a plan; what is empty is left out. */
export const answersOf = ({ meetings, ...all }) => {
  const pairs = OF_ALL.map((name) => [`${PLAN}-${name}`, all[name]]);
  for (const meeting of meetings)
    pairs.push(...OF_ONE.map((name) => [`${PLAN}-m${meeting.id}-${name}`, meeting[name]]));
  return Object.fromEntries(pairs.filter(([, value]) => value).map(([key, value]) => [key, `${value}`]));
};

/** A meeting as it is shown and handed on: its own time, length and place, or those of all; its topic
    and its tools {title, url}. `made` is what plans are made of: {paths, sheets}. */
export const whole = (meeting, plan, { paths, sheets }) => {
  const like = paths[plan.path]?.meetings[meeting.of - 1];
  const own = (name) => meeting[name] || plan[name];
  return {
    ...meeting,
    time: own("time"),
    minutes: +own("minutes"),
    place: own("place"),
    title: meeting.title || like?.title || "",
    tools: meeting.tools.split(" ").filter((name) => sheets[name]).map((name) => ({ title: sheets[name][0], url: sheets[name][1] })),
  };
};

/** The next meeting of the plan that was last changed, in words with its place; or nothing. */
export const nextOf = (copies, locale) => {
  const copy = planOf(copies);
  const plan = copy && planFrom(copy);
  const meeting = plan?.meetings.find(({ date }) => date >= today());
  if (!meeting) return;
  const { date, time, place } = whole({ ...meeting, of: "", tools: "" }, { ...plan, path: "" }, { paths: {}, sheets: {} });
  return [inWords(date, time, locale), place].filter(Boolean).join(", ");
};
