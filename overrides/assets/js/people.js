// The people who applied: from files of answers to the application sheets, or from a table of a form
// service whose columns the organiser names. Fetched when a file is chosen.

/** What is known of a person. Of these, lists are divided in a table by commas or semicolons. */
export const FIELDS = ["name", "contact", "place", "field", "occupation", "languages", "help", "times", "way", "capacity", "wishes", "must-nots"];

const SHEETS = { "mentee-application": "mentee", "mentor-application": "mentor" };
const MOST = 5; // mentees of one mentor, as the sheet asks

// What a column's head says when it has this; the sheets' own words in Finnish and English among them.
const HEADS = {
  name: /name|nimi/,
  contact: /mail|phone|contact|reach|posti|puhelin|yhtey|tavoit/,
  place: /town|city|place|area|paikka|asuin|alue/,
  field: /field|ala\b|toimiala/,
  occupation: /occupation|job|profession|ammatti|tehtävä/,
  languages: /language|kiel/,
  help: /help|support|apu|autt|tuke/,
  times: /when|time|milloin|ajat|aika/,
  way: /how can you meet|way|face|online|tapaami|miten/,
  capacity: /how many mentees|capacity|monta|montako/,
  wishes: /wish|hope|toive|toivo/,
  "must-nots": /impossible|must.?not|mahdoton|ei käy/,
};

const capacity = (text) => Math.min(MOST, Math.max(1, Math.round(+text) || 1));

const shaped = (role, take, lists) => ({
  role,
  name: take("name"),
  contact: take("contact"),
  place: take("place"),
  field: take("field"),
  occupation: take("occupation"),
  wishes: [take("wishes"), take("hopes")].filter(Boolean).join("\n"),
  mustNots: take("must-nots"),
  capacity: role === "mentor" ? capacity(take("capacity")) : 1,
  ...lists,
});

/** A person from a copy of an application sheet; nothing from any other sheet. */
export const fromAnswers = ({ sheet, answers }) => {
  if (!Object.hasOwn(SHEETS, sheet)) return;
  const take = (id) => answers[`${sheet}-${id}`] ?? "";
  const ticked = (id) => {
    const start = `${sheet}-${id}-`;
    const names = Object.keys(answers).filter((key) => key.startsWith(start) && answers[key] === "yes");
    return names.map((key) => key.slice(start.length));
  };
  const rows = [...Array(30).keys()].map((n) => `languages-${n + 1}-`);
  const languages = rows
    .map((row) => ({ language: take(`${row}language`), level: +take(`${row}level`) }))
    .filter(({ language }) => language);
  const lists = { languages, help: ticked("help"), times: ticked("times"), way: ticked("way") };
  return shaped(SHEETS[sheet], take, lists);
};

/** Which column each field is in, guessed by the heads: {name: 3}; what is not found is left out. */
export const guessed = (heads) => {
  const low = heads.map((head) => head.toLowerCase());
  const pairs = FIELDS.map((field) => [field, low.findIndex((head) => HEADS[field].test(head))]);
  const taken = new Set();
  return Object.fromEntries(pairs.filter(([, at]) => at >= 0 && !taken.has(at) && taken.add(at)));
};

const listed = (text) => text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean);

/** People from a table's rows without its head; `labels` are the sheets' choices, [id, words] by field. */
export const fromRows = (rows, columns, role, labels) => {
  const choices = (field, text) =>
    listed(text).map((said) => {
      const like = labels[field].find(([, words]) => words.toLowerCase() === said.toLowerCase());
      return like?.[0] ?? said.toLowerCase();
    });
  return rows.map((row) => {
    const take = (field) => row[columns[field]] ?? "";
    const languages = listed(take("languages")).map((one) => {
      const [, language, level] = /^(.*?)\s*\(?([1-5])?\)?$/.exec(one);
      return { language, level: +level || 0 };
    });
    const lists = Object.fromEntries(["help", "times", "way"].map((field) => [field, choices(field, take(field))]));
    return shaped(role, take, { languages, ...lists });
  });
};
