// Tables of text, as form services and spreadsheets write and read them (RFC 4180).

/** The rows of a table; what divides its columns is seen in the first line. */
export const rowsOf = (text) => {
  const plain = text.replace(/^\ufeff/, "");
  const [head] = plain.split(/\r?\n/, 1);
  const count = (sign) => head.split(sign).length;
  const sign = [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
  const cell = RegExp(`(?:"((?:[^"]|"")*)"|([^${sign}\\r\\n]*))(${sign}|\\r?\\n|\\r|$)`, "y");
  const rows = [[]];
  while (cell.lastIndex < plain.length) {
    const found = cell.exec(plain);
    if (!found) throw new SyntaxError("a quotation mark that is not closed");
    const [, quoted, bare, end] = found;
    rows.at(-1).push((quoted?.replaceAll('""', '"') ?? bare).trim());
    if (end !== sign) rows.push([]);
  }
  return rows.filter((row) => row.some(Boolean));
};

// A spreadsheet would reckon with what begins like this.
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text);

/** Rows as a table of text with semicolons, as European spreadsheets open it. */
export const csvOf = (rows) => {
  const cell = (value) => '"' + harmless(String(value ?? "")).replaceAll('"', '""') + '"';
  return "\ufeff" + rows.map((row) => row.map(cell).join(";")).join("\r\n") + "\r\n";
};
