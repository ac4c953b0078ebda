// Pages behind a filled PDF, for what its sheet has no room for: answers that are too long, rows that
// were added. They are tagged like the sheet: a heading, then each question with its answer in full.

import { dictionary, refs } from "./export-pdf-file.js";
import { broken, spelled } from "./export-pdf-text.js";

const SIDE = 42.5; // points at the left and the right, above and below
const LOOKS = {
  H2: { size: 16, lead: 20, above: 0, bold: 0.4 },
  H3: { size: 10.5, lead: 13.5, above: 13, bold: 0.3 },
  P: { size: 11, lead: 14.5, above: 2, bold: 0 },
};

const n = (points) => Math.round(points * 100) / 100;

/** Pages of pieces; a piece is what of a text stands on one page. */
const laidOut = (letters, blocks, width, height) => {
  const pages = [];
  let y = 0;
  for (const { tag, text } of blocks) {
    const { size, lead, above } = LOOKS[tag];
    const lines = broken(spelled(letters, text).glyphs, ((width - 2 * SIDE) / size) * 1000);
    y -= above;
    let piece;
    lines.forEach((line, at) => {
      // A question stands on the page of its answer's beginning.
      if (y - lead * (tag === "P" || at ? 1 : 3) < SIDE) {
        pages.push([]);
        [y, piece] = [height - SIDE, 0];
      }
      if (!piece) pages.at(-1).push((piece = { tag, y: y - size, lines: [] }));
      piece.lines.push(line);
      y -= lead;
    });
  }
  return pages;
};

const drawn = ({ tag, y, lines }, number) => {
  const { size, lead, bold } = LOOKS[tag];
  const shown = lines.map((line) => `<${line.map(({ glyph }) => glyph).join("")}> Tj`).join(" T* ");
  // The file has its letters in one weight: an edge round them makes them heavier.
  const pen = `${bold ? 2 : 0} Tr ${bold} w`;
  return `/${tag} <</MCID ${number}>> BDC BT ${pen} /Answer ${size} Tf ${lead} TL ${SIDE} ${n(y)} Td ${shown} ET EMC`;
};

/**
 * Adds pages to an open PDF. `letters` are those of its answers; `title` and then each of `entries`,
 * {question, answer}, stand on them.
 */
export const add = (pdf, letters, title, entries) => {
  const catalogue = pdf.read(pdf.root);
  const [tree, tags] = [catalogue["/Pages"], catalogue["/StructTreeRoot"]];
  const [pages, root] = [pdf.read(tree), pdf.read(tags)];
  const [main] = refs(root["/K"]);
  const [document, parents] = [pdf.read(main), pdf.read(root["/ParentTree"])];
  const box = pdf.read(refs(pages["/Kids"])[0])["/MediaBox"];
  const [width, height] = box.match(/[\d.]+/g).slice(2).map(Number);
  const blocks = [{ tag: "H2", text: title }];
  for (const { question, answer } of entries)
    blocks.push({ tag: "H3", text: question }, { tag: "P", text: answer });

  let next = Number(root["/ParentTreeNextKey"]);
  const section = pdf.add("");
  const [kids, sheets] = [[], []];
  let numbers = "";
  for (const pieces of laidOut(letters.all, blocks, width, height)) {
    const look = pieces.map(drawn).join("\n");
    const content = pdf.add(`<< /Length ${look.length} >>\nstream\n${look}\nendstream`);
    const page = pdf.add(
      `<< /Type /Page /Parent ${tree} /MediaBox ${box} /Resources << /Font ${letters.named} >> ` +
        `/Contents ${content} /StructParents ${next} /Tabs /S >>`,
    );
    sheets.push(page);
    const owners = pieces.map(({ tag }, number) =>
      pdf.add(`<< /Type /StructElem /S /${tag} /P ${section} /Pg ${page} /K ${number} >>`),
    );
    kids.push(...owners);
    numbers += `${next++} [ ${owners.join(" ")} ] `;
  }
  const more = (list, added) => `${list.replace(/\]$/, "")} ${added} ]`;
  const several = (list) => (list.startsWith("[") ? list : `[ ${list}`);
  pdf.write(section, `<< /Type /StructElem /S /Sect /P ${main} /K [ ${kids.join(" ")} ] >>`);
  pdf.write(main, dictionary({ ...document, "/K": more(several(document["/K"]), section) }));
  pdf.write(root["/ParentTree"], dictionary({ ...parents, "/Nums": more(parents["/Nums"], numbers) }));
  pdf.write(tags, dictionary({ ...root, "/ParentTreeNextKey": next }));
  const count = Number(pages["/Count"]) + sheets.length;
  const all = more(pages["/Kids"], sheets.join(" "));
  pdf.write(tree, dictionary({ ...pages, "/Kids": all, "/Count": count }));
};
