// What a file says that is to be a file of answers. Fetched when one is chosen.

import { FORMAT, VERSION } from "./files.js";

const parsed = (text) => {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
};

/** What is wrong with it by what it says of itself, or nothing. */
const refused = ({ format, version, sheets }, text, words) => {
  if (format !== FORMAT) return text.includes(FORMAT) ? words.damaged : words.foreign;
  if (Number.isInteger(version) && version > VERSION)
    return words.version.replace("{theirs}", version).replace("{ours}", VERSION);
  if (version !== VERSION || !Array.isArray(sheets)) return words.damaged;
};

/** The file's `sheets` as they stand there, or `why` it has none, in the words for opening files. */
export const readAnswers = (text, words) => {
  const file = parsed(text);
  const why = refused(file, text, words);
  return why ? { why } : { sheets: file.sheets };
};
