// When meetings are, in words. A plan is kept as a copy of the sheet "planner"; plan.js says what it
// holds.

export const PLAN = "planner";

/** A day, and a time where one is given, in words. They are those of Finland, wherever one reads. */
export const inWords = (date, time, locale) =>
  new Date(`${date}T${time || "12:00"}Z`).toLocaleString(locale, {
    dateStyle: "full",
    ...(time && { timeStyle: "short" }),
    timeZone: "UTC",
  });

/** Today in Finland: "2026-03-05". */
export const today = () => new Intl.DateTimeFormat("sv", { timeZone: "Europe/Helsinki" }).format();

/** The plan that was last changed, among all copies. */
export const planOf = (copies) =>
  copies.filter(({ sheet }) => sheet === PLAN).sort((a, b) => (a.at > b.at ? -1 : 1))[0];
