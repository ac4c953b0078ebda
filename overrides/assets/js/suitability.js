// How well a mentee and a mentor suit each other: by criteria that the organiser weighs, each with the
// words that say why. Free text is compared word by word, by the beginnings of words: it finds
// “Helsinki” in “Helsingissä”, and understands nothing.

const BEGINNING = 5;
const LEFT_OUT = new Set("and the for of in or to at on with ja tai on ei no not alan ala työ work".split(" "));
const CODES = "fi en sv ru et ar so fa ku ckb uk es fr de zh vi tr sq th pl pt it ja ko hi ur bn ne ta tl am ti sw ro hu lt lv ps bs sr hr el bg cs da nb";

/** What languages are called in each other, each name with its code. */
const named = new Map(
  CODES.split(" ").flatMap((code) =>
    ["fi", "en", "sv", code].map((tongue) => {
      const name = new Intl.DisplayNames(tongue, { type: "language" }).of(code);
      return [name.toLowerCase(), code];
    }),
  ),
);

/** A language as it is compared: by its code, whatever language it is named in. */
const languageOf = (name) => named.get(name.trim().toLowerCase()) ?? name.trim().toLowerCase();

/** The words of a text by how they begin. */
const beginnings = (...texts) => {
  const words = texts.join(" ").toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Map(words.filter((word) => !LEFT_OUT.has(word)).map((word) => [word.slice(0, BEGINNING), word]));
};

/** A person with what comparing needs, reckoned once. */
export const prepared = (person) => {
  const { field, occupation, place, wishes, mustNots, languages } = person;
  const spoken = languages.map(({ language, level }) => [languageOf(language), { language, level: level || 3 }]);
  return {
    person,
    field: beginnings(field, occupation),
    place: beginnings(place),
    wishes: beginnings(wishes),
    mustNots: beginnings(mustNots),
    spoken: new Map(spoken),
    known: beginnings(field, occupation, place, ...languages.map(({ language }) => language)),
  };
};

const common = (one, other) => {
  const found = [];
  for (const [start, word] of one) if (other.has(start)) found.push(word);
  return found;
};
const either = (a, b) => a.length && b.length;

/** Of what the mentee asks for, the part that the mentor has too; nothing where either said nothing. */
const share = (mentee, mentor) => {
  const what = mentee.filter((one) => mentor.includes(one));
  return either(mentee, mentor) ? { share: what.length / mentee.length, what } : {};
};

const byWords = (one, other) => {
  if (!one.size || !other.size) return {};
  const what = common(one, other);
  return { share: Math.min(1, what.length / Math.min(2, one.size, other.size)), what };
};

const byLanguage = (mentee, mentor) => {
  if (!mentee.size || !mentor.size) return {};
  const both = [...mentee].filter(([code]) => mentor.has(code));
  const levels = both.map(([code, { level }]) => Math.min(level, mentor.get(code).level));
  return { share: Math.max(0, ...levels) / 5, what: both.map(([, { language }]) => language) };
};

const byWishes = (mentee, mentor) => {
  const what = [...common(mentee.wishes, mentor.known), ...common(mentor.wishes, mentee.known)];
  return mentee.wishes.size + mentor.wishes.size ? { share: Math.min(1, what.length / 2), what } : {};
};

const COMPARED = {
  field: (a, b) => byWords(a.field, b.field),
  help: (a, b) => share(a.person.help, b.person.help),
  times: (a, b) => share(a.person.times, b.person.times),
  way: (a, b) => share(a.person.way, b.person.way),
  place: (a, b) => byWords(a.place, b.place),
  wishes: byWishes,
};

const CRITERIA = ["language", ...Object.keys(COMPARED)];
const UNKNOWN = 0.5; // of what one of them did not tell, half is counted

/** What makes a pair that should not be: no common language, or words of a must-not in the other. */
const barOf = (mentee, mentor, { share: spoken }) => {
  if (spoken === 0) return { why: "language", what: [] };
  const what = [...common(mentee.mustNots, mentor.known), ...common(mentor.mustNots, mentee.known)];
  return what.length ? { why: "must_not", what } : undefined;
};

/** How two suit: `points` from 0 to 1,000, `parts` {name, share, what} of each criterion that counts,
    and `bar` {why, what} where they should be no pair. Both are prepared. */
export const compared = (mentee, mentor, weights) => {
  const language = byLanguage(mentee.spoken, mentor.spoken);
  let [sum, all] = [0, 0];
  const parts = [];
  for (const name of CRITERIA) {
    if (!weights[name]) continue;
    const part = name === "language" ? language : COMPARED[name](mentee, mentor);
    sum += weights[name] * (part.share ?? UNKNOWN);
    all += weights[name];
    parts.push({ name, ...part });
  }
  return { points: all ? Math.round((1000 * sum) / all) : 0, parts, bar: barOf(mentee, mentor, language) };
};
