// Answers as a file to keep and to send to another device. Opening one is in import-answers.js.

export const FORMAT = "mentoring-answers";
export const VERSION = 1;

/** Copies as a file. Phones share plain text and no JSON, so it is called text; people can read it,
    too. */
export const fileOf = (sheets, name) => {
  const saved = new Date().toISOString();
  const text = JSON.stringify({ format: FORMAT, version: VERSION, saved, sheets }, null, 1);
  return new File([text], `${name} ${saved.slice(0, 10)}.txt`, { type: "text/plain" });
};
