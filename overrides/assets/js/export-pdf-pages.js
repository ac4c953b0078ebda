// Pages behind a filled PDF, for what its sheet has no room for: answers that are too long, rows that
// were added, drawings. They are tagged like the sheet: a heading, then each question with its answer.

import { dictionary, refs, string } from "./export-pdf-file.js";
import { drawing } from "./export-pdf-drawing.js";
import { broken, spelled } from "./export-pdf-text.js";

const SIDE = 42.5; // points at the left and the right, above and below
const LOOKS = {
  H2: { size: 16, lead: 20, above: 22, bold: 0.4 },
  H3: { size: 10.5, lead: 13.5, above: 13, bold: 0.3 },
  P: { size: 11, lead: 14.5, above: 2, bold: 0 },
};

const n = (points) => Math.round(points * 100) / 100;

/** How much room a drawing takes, and how large it is in points for one of its own units. */
const measured = (picture, width, height) => {
  const [w, h] = picture.getAttribute("viewBox").split(" ").slice(2).map(Number);
  // With its heading it must fit on one page.
  const scale = Math.min(0.75, (width - 2 * SIDE) / w, (height - 2 * SIDE - 80) / h);
  return { scale, tall: h * scale, wide: w * scale };
};

/** Pages of pieces; a piece is what of a text stands on one page, or a drawing. */
const laidOut = (letters, blocks, width, height) => {
  const pages = [];
  let y = 0;
  for (const { tag, text, ahead = 0, ...figure } of blocks) {
    if (figure.picture) {
      y -= figure.tall + 8;
      pages.at(-1).push({ tag, y, ...figure });
      continue;
    }
    const { size, lead, above } = LOOKS[tag];
    const lines = broken(spelled(letters, text).glyphs, ((width - 2 * SIDE) / size) * 1000);
    y -= above;
    let piece;
    lines.forEach((line, at) => {
      // A question stands on the page of its answer's beginning.
      if (y - lead * (tag === "P" || at ? 1 : 3) - ahead < SIDE) {
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

const shape = (letters, { y, picture, scale, tall }, number) => {
  const place = `${n(scale)} 0 0 ${n(-scale)} ${SIDE} ${n(y + tall)} cm`;
  return `/Figure <</MCID ${number}>> BDC q 0 Tr ${place}\n${drawing(letters, picture)}\nQ EMC`;
};

const written = ({ tag, y, lines }, number) => {
  const { size, lead, bold } = LOOKS[tag];
  const shown = lines.map((line) => `<${line.map(({ glyph }) => glyph).join("")}> Tj`).join(" T* ");
  // The file has its letters in one weight: an edge round them makes them heavier.
  const pen = `${bold ? 2 : 0} Tr ${bold} w`;
  return `/${tag} <</MCID ${number}>> BDC BT ${pen} /Answer ${size} Tf ${lead} TL ${SIDE} ${n(y)} Td ${shown} ET EMC`;
};

/** What a drawing's tag says besides: the same in words, and where it is. */
const alternative = ({ y, picture, told, tall, wide }) =>
  picture
    ? ` /Alt ${string(told.join("\n"))} /A << /O /Layout /Placement /Block ` +
      `/BBox [${[SIDE, y, SIDE + wide, y + tall].map(n).join(" ")}] >>`
    : "";

/**
 * Adds pages to an open PDF. `letters` are those of its answers; each of `entries`, {question,
 * answer}, stands on them under a `title`, then each of `drawings`, {question, picture, told}: an SVG
 * of the page, and the same in sentences.
 */
export const add = (pdf, letters, title, entries, drawings) => {
  const catalogue = pdf.read(pdf.root);
  const [tree, tags] = [catalogue["/Pages"], catalogue["/StructTreeRoot"]];
  const [pages, root] = [pdf.read(tree), pdf.read(tags)];
  const [main] = refs(root["/K"]);
  const [document, parents] = [pdf.read(main), pdf.read(root["/ParentTree"])];
  const box = pdf.read(refs(pages["/Kids"])[0])["/MediaBox"];
  const [width, height] = box.match(/[\d.]+/g).slice(2).map(Number);
  const blocks = entries.length ? [{ tag: "H2", text: title }] : [];
  for (const { question, answer } of entries)
    blocks.push({ tag: "H3", text: question }, { tag: "P", text: answer });
  for (const { question, picture, told } of drawings) {
    const room = measured(picture, width, height);
    blocks.push(
      { tag: "H2", text: question, ahead: room.tall },
      { tag: "Figure", picture, told, ...room },
      ...told.map((text) => ({ tag: "P", text })),
    );
  }

  let next = Number(root["/ParentTreeNextKey"]);
  const section = pdf.add("");
  const [kids, sheets] = [[], []];
  let numbers = "";
  for (const pieces of laidOut(letters.all, blocks, width, height)) {
    const drawn = (piece, number) =>
      piece.picture ? shape(letters.all, piece, number) : written(piece, number);
    const look = pieces.map(drawn).join("\n");
    const content = pdf.add(`<< /Length ${look.length} >>\nstream\n${look}\nendstream`);
    const page = pdf.add(
      `<< /Type /Page /Parent ${tree} /MediaBox ${box} /Resources << /Font ${letters.named} >> ` +
        `/Contents ${content} /StructParents ${next} /Tabs /S >>`,
    );
    sheets.push(page);
    const owners = pieces.map((piece, number) =>
      pdf.add(
        `<< /Type /StructElem /S /${piece.tag} /P ${section} /Pg ${page} /K ${number}${alternative(piece)} >>`,
      ),
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
