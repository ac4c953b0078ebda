// A date as a language writes it.

/**
 * The date `iso` (2026-03-05) in a format of the letters d, M, MMMM and yyyy, the name of the month
 * in the language of `locale`. What is no date stays as it is.
 */
export const written = (iso, format, locale) => {
  if (!isDate(iso)) return iso;
  const [yyyy, M, d] = iso.split("-").map(Number);
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const parts = { d, M, yyyy, MMMM: name.format(new Date(iso)) };
  return format.replace(/d+|M+|y+/g, (part) => parts[part] ?? part);
};

export const isDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
