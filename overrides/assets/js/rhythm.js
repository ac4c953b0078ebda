// The dates of meetings, from the first one and a rhythm. Fetched when a plan is made or moved.

const DAY = 864e5; // milliseconds; dates are counted in UTC, which has no change of clocks

const number = (date) => Date.parse(`${date}T00:00Z`);
const written = (time) => new Date(time).toISOString().slice(0, 10);

/** A date some days later: "2026-03-05". */
export const later = (date, days) => written(number(date) + days * DAY);

/** The same weekday some months later: the second Tuesday stays the second, and a fifth one becomes
    the last where there is none. */
const months = (date, count) => {
  const first = new Date(number(date));
  const [which, weekday] = [Math.ceil(first.getUTCDate() / 7), first.getUTCDay()];
  const begin = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + count, 1));
  const days = ((weekday - begin.getUTCDay() + 7) % 7) + 7 * (which - 1);
  const found = new Date(begin.getTime() + days * DAY);
  return written(found.getUTCMonth() === begin.getUTCMonth() ? found : found.getTime() - 7 * DAY);
};

/** So many dates from the first one: `every` is a number of weeks, or "month". */
export const dates = (first, every, count) =>
  Array.from({ length: count }, (_, n) =>
    every === "month" ? months(first, n) : later(first, 7 * every * n),
  );
