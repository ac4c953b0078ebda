// A PDF as the site's are saved: one table of offsets, no object streams. Read, and appended to.
// What is changed is written behind the file, so that all before stays as it was, byte by byte.

const TOKENS =
  /<<|>>|[[\]]|\((?:\\[^]|[^\\()])*\)|<[\dA-Fa-f\s]*>|\/[^\s()<>[\]/]*|\d+ \d+ R\b|[^\s()<>[\]/]+/g;

/** References in a piece of a PDF, as `12 0 R`. */
export const refs = (text) => text.match(/\d+ \d+ R\b/g) ?? [];

/** A text as a PDF has it: exact, whatever letters are in it. */
export const string = (text) => {
  const units = Array.from({ length: text.length }, (_, n) => text.charCodeAt(n));
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, "0")).join("")}>`;
};

/** The entries of the dictionary with which a text begins, by name, each as it is written. */
const entries = (text) => {
  const found = {};
  let depth = 0;
  let key = "";
  let value = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const opens = token === "<<" || token === "[";
    const closes = token === ">>" || token === "]";
    if (closes && depth === 1) break;
    if (depth && key) value.push(token);
    else if (depth) key = token;
    depth += opens - closes;
    if (depth === 1 && value.length) {
      found[key] = value.join(" ");
      [key, value] = ["", []];
    }
  }
  return found;
};

/** A dictionary from its entries. */
export const dictionary = (found) =>
  `<< ${Object.entries(found).map((pair) => pair.join(" ")).join(" ")} >>`;

/** Opens a file; throws when it is not of the kind that this reads. */
export const open = (bytes) => {
  // One code unit for each byte, so that places in the text are places in the file.
  const text = new TextDecoder("x-user-defined").decode(bytes);
  const end = text.slice(text.lastIndexOf("startxref"));
  const table = Number(end.match(/\d+/));
  const head = text.slice(table, table + 30).match(/^xref\n0 (\d+)\n/);
  if (!head) throw Error("a PDF of another kind");
  const trailer = entries(text.slice(text.indexOf("trailer", table) + 7));
  const changed = new Map();
  let size = Number(head[1]);

  const place = (ref) => {
    const line = table + head[0].length + 20 * parseInt(ref);
    return text.indexOf("<<", Number(text.slice(line, line + 10)));
  };
  const read = (said) => entries(said.startsWith("<<") ? said : text.slice(place(said)));
  const write = (ref, body) => changed.set(parseInt(ref), body);
  return {
    root: trailer["/Root"],
    /** The entries of a dictionary, which is written out or referred to. */
    read,
    write,
    add: (body) => {
      write(size, body);
      return `${size++} 0 R`;
    },
    /** The text of a stream without its compression. */
    stream: (ref) => {
      const begin = text.indexOf("stream\n", place(ref)) + 7;
      const part = bytes.subarray(begin, begin + Number(read(ref)["/Length"]));
      const plain = new Blob([part]).stream().pipeThrough(new DecompressionStream("deflate"));
      return new Response(plain).text();
    },
    save: () => {
      const last = { ...trailer, "/Size": size, "/Prev": table };
      return joined(bytes, appended(bytes.length, changed, last));
    },
  };
};

const appended = (start, changed, trailer) => {
  let text = "\n";
  let rows = "";
  for (const [number, body] of changed) {
    rows += `${number} 1\n${String(start + text.length).padStart(10, "0")} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const [first] = trailer["/ID"].match(/<\w+>/);
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
  const last = dictionary({ ...trailer, "/ID": `[${first}<${fresh}>]` });
  const table = start + text.length;
  return `${text}xref\n${rows}trailer\n${last}\nstartxref\n${table}\n%%EOF\n`;
};

const hex = (byte) => byte.toString(16).padStart(2, "0");

const joined = (bytes, text) => {
  const all = new Uint8Array(bytes.length + text.length);
  all.set(bytes);
  for (let n = 0; n < text.length; n++) all[bytes.length + n] = text.charCodeAt(n);
  return all;
};
