// A report as a PDF: written on the site's own letterhead, with its letters, and tagged for those who
// have it read aloud. Fetched when it is asked for. Lengths are points.

import { drawing } from "./export-pdf-drawing.js";
import { dictionary, open, refs, string } from "./export-pdf-file.js";
import { broken, font, spelled } from "./export-pdf-text.js";
import { chartOf, shape, told } from "./results-chart.js";
import { columnsOf, fitted } from "./results-report.js";

export const TYPE = "application/pdf";

// Between the margins of downloads/print/letterhead.css.
const [LEFT, WIDE, TOP, LOW] = [42.5, 510.2, 777, 50];
const PAD = 3;

const LOOKS = {
  h1: { tag: "H1", heavy: true, times: 1.9, lead: 1.2, above: 0 },
  h2: { tag: "H2", heavy: true, times: 1.25, lead: 1.25, above: 1.1, keep: 4 },
  p: { tag: "P", times: 1, lead: 1.3, above: 0.35 },
  quote: { tag: "P", times: 1, lead: 1.3, above: 0.45 },
  small: { tag: "P", times: 0.9, lead: 1.25, above: 1 },
  title: { heavy: true, times: 1, lead: 1.3, above: 0.8 },
  cell: { times: 0.92, lead: 1.2 },
};

const n = (points) => Math.round(points * 100) / 100;

/** Pages on which blocks are laid out: what is drawn on each, whose it is, and the tree of tags. */
class Pages {
  pages = [];
  root = { tag: "Sect", kids: [], more: "" };
  y = 0;

  constructor(letters, size) {
    Object.assign(this, { letters, size });
    this.turn();
  }

  turn() {
    this.pages.push({ look: [], owners: [] });
    this.y = TOP;
  }

  /** Turns the page where so much has no room, and says whether it did. */
  turned(tall) {
    const full = this.y - tall < LOW && this.y < TOP;
    if (full) this.turn();
    return full;
  }

  above(share) {
    if (this.y < TOP) this.y -= share * this.size;
  }

  element(tag, parent = this.root, more = "") {
    const made = { tag, kids: [], more };
    parent.kids.push(made);
    return made;
  }

  /** Draws what a tag owns; without one, it is the page's own. */
  put(operators, owner) {
    const page = this.pages.at(-1);
    if (!owner) return page.look.push(`/Artifact BMC q ${operators} Q EMC`);
    owner.mark = { page: this.pages.length - 1, number: page.owners.length };
    page.look.push(`/${owner.tag} <</MCID ${page.owners.length}>> BDC q ${operators} Q EMC`);
    page.owners.push(owner);
  }

  look(kind) {
    const { times, lead, heavy } = LOOKS[kind];
    return { points: times * this.size, lead: lead * times * this.size, name: heavy ? "Strong" : "Answer" };
  }

  lines(text, { points, name }, wide = WIDE) {
    return broken(spelled(this.letters[name], text).glyphs, (wide / points) * 1000);
  }

  /** The operators that write lines from their upper left corner down. */
  text(lines, { points, lead, name }, x, top) {
    const shown = lines.map((line) => `<${line.map(({ glyph }) => glyph).join("")}> Tj`).join(" T* ");
    return `BT /${name} ${n(points)} Tf ${n(lead)} TL ${n(x)} ${n(top - lead / 2 - 0.34 * points)} Td ${shown} ET`;
  }

  flow({ kind, text }) {
    const [look, { tag, above, keep = 1 }] = [this.look(kind), LOOKS[kind]];
    const left = this.lines(text, look);
    this.above(above);
    this.turned(look.lead * keep);
    while (left.length) {
      const now = left.splice(0, Math.max(1, Math.floor((this.y - LOW) / look.lead)));
      this.put(this.text(now, look, LEFT, this.y), this.element(tag));
      this.y -= look.lead * now.length;
      if (left.length) this.turn();
    }
  }

  /** What stands above a table or a chart, on the page of so much of it. */
  title(text, tall, owner, tag) {
    const look = this.look("title");
    const lines = this.lines(text, look);
    this.above(LOOKS.title.above);
    this.turned(lines.length * look.lead + tall);
    this.put(this.text(lines, look, LEFT, this.y), this.element(tag, owner));
    this.y -= lines.length * look.lead + 2;
  }

  table({ title, heads, rows }) {
    const widths = columnsOf(heads).map((share) => share * WIDE);
    const [look, head] = [this.look("cell"), { ...this.look("cell"), name: "Strong" }];
    const set = (texts, own) => {
      const cells = texts.map((text, at) => this.lines(text, own, widths[at] - 2 * PAD));
      return { cells, look: own, tall: Math.max(...cells.map(({ length }) => length)) * own.lead + PAD };
    };
    const [above, ...all] = [set(heads, head), ...rows.map((row) => set(row, look))];
    const owner = this.element("Table");
    this.title(title, above.tall + all[0].tall, owner, "Caption");
    this.row(above, widths, owner, "Column");
    for (const one of all) {
      if (this.turned(one.tall)) this.row(above, widths);
      this.row(one, widths, owner, "Row");
    }
  }

  /** A row of a table; without an owner, it is a heading once more. */
  row({ cells, look, tall }, widths, owner, scope) {
    const tags = owner && this.element("TR", owner);
    if (scope !== "Row") this.put(`0.92 g ${LEFT} ${n(this.y - tall)} ${WIDE} ${n(tall)} re f`);
    this.put(`0.6 G 0.5 w ${LEFT} ${n(this.y - tall)} m ${LEFT + WIDE} ${n(this.y - tall)} l S`);
    let x = LEFT;
    cells.forEach((lines, at) => {
      const heads = scope === "Column" || !at;
      const cell = tags && this.element(heads ? "TH" : "TD", tags, heads ? ` /A << /O /Table /Scope /${scope} >>` : "");
      this.put(this.text(lines, look, x + PAD, this.y - PAD / 2), cell);
      x += widths[at];
    });
    this.y -= tall;
  }

  chart({ title, rows }) {
    const picture = chartOf(rows);
    const tall = shape(picture) * WIDE;
    this.title(title, tall, this.root, "P");
    this.y -= tall + 2;
    const scale = WIDE / picture.getAttribute("viewBox").split(" ")[2];
    const box = [LEFT, this.y, LEFT + WIDE, this.y + tall].map(n).join(" ");
    const alt = string(told({ title, rows }));
    const figure = this.element("Figure", this.root, ` /Alt ${alt} /A << /O /Layout /Placement /Block /BBox [${box}] >>`);
    const place = `${n(scale)} 0 0 ${n(-scale)} ${LEFT} ${n(this.y + tall)} cm`;
    this.put(`${place}\n${drawing(this.letters.Answer, picture)}`, figure);
  }

  blank({ lines }) {
    for (let at = 0; at < lines; at++) {
      this.turned(25.5);
      this.y -= 25.5;
      this.put(`0.48 G 0.7 w ${LEFT} ${n(this.y)} m ${LEFT + WIDE} ${n(this.y)} l S`);
    }
  }

  take(blocks) {
    for (const block of blocks) this[block.kind in LOOKS ? "flow" : block.kind](block);
    return this;
  }
}

/** Puts laid out pages and their tags into an open letterhead; pages that are left over go. */
const write = (pdf, { pages, root }) => {
  const catalogue = pdf.read(pdf.root);
  const [tree, tags] = [catalogue["/Pages"], catalogue["/StructTreeRoot"]];
  const [leaves, marked] = [pdf.read(tree), pdf.read(tags)];
  const sheets = refs(leaves["/Kids"]).slice(0, pages.length);
  const save = (one, parent) => {
    one.ref = pdf.add("");
    const { page, number } = one.mark ?? {};
    const kids = one.kids.map((kid) => save(kid, one.ref)).join(" ");
    const below = one.mark ? `/Pg ${sheets[page]} /K ${number}` : `/K [ ${kids} ]`;
    pdf.write(one.ref, `<< /Type /StructElem /S /${one.tag} /P ${parent}${one.more} ${below} >>`);
    return one.ref;
  };
  const [main] = refs(marked["/K"]);
  pdf.write(main, dictionary({ ...pdf.read(main), "/K": `[ ${save(root, main)} ]` }));
  sheets.forEach((sheet, at) => {
    const look = pages[at].look.join("\n");
    const content = pdf.add(`<< /Length ${look.length} >>\nstream\n${look}\nendstream`);
    const page = pdf.read(sheet);
    pdf.write(sheet, dictionary({ ...page, "/Contents": `[ ${page["/Contents"]} ${content} ]`, "/StructParents": at, "/Tabs": "/S" }));
  });
  const owners = pages.map((page, at) => `${at} [ ${page.owners.map(({ ref }) => ref).join(" ")} ]`);
  pdf.write(marked["/ParentTree"], `<< /Nums [ ${owners.join(" ")} ] >>`);
  pdf.write(tags, dictionary({ ...marked, "/ParentTreeNextKey": pages.length }));
  pdf.write(tree, dictionary({ ...leaves, "/Kids": `[ ${sheets.join(" ")} ]`, "/Count": sheets.length }));
};

const textsOf = ({ text = "", title = "", heads = [], rows = [] }) => [text, title, ...heads, ...rows.flatMap((row) => row.label ?? row)];

/** A report's bytes: of its blocks, so many pages at the most, on the letterhead at this address; and the
    letters that it lacks. */
export const fileOf = async (blocks, pages, say, letterhead) => {
  const got = await fetch(letterhead);
  if (!got.ok) throw Error(got.statusText);
  const pdf = open(new Uint8Array(await got.arrayBuffer()));
  const [first] = refs(pdf.read(pdf.read(pdf.root)["/Pages"])["/Kids"]);
  const fonts = pdf.read(pdf.read(pdf.read(first)["/Resources"])["/Font"]);
  const named = ["Answer", "Strong"].map(async (name) => [name, await font(pdf, fonts[`/${name}`])]);
  const letters = Object.fromEntries(await Promise.all(named));
  const laidOut = (these, size) => new Pages(letters, size).take(these);
  const room = fitted(blocks, pages, (these, size) => laidOut(these, size).pages.length, say);
  write(pdf, laidOut(room.blocks, room.size));
  const lacking = new Set(blocks.flatMap(textsOf).flatMap((text) => [...spelled(letters.Answer, text).lacking]));
  return { bytes: pdf.save(), lacking: [...lacking] };
};
