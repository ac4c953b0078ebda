// Word files that are made on this device. Fetched when one is asked for.

import { packed } from "./export-zip.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

// What no XML file may hold is left out.
const escaped = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

export const run = (text, look = "") => `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, in the style "Normal", "Heading1", "Heading2", "Spaced", "TableTitle", "Gap" or "Line". */
export const paragraph = (content, style = "Normal") =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

const cell = (paragraphs, width) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphs || paragraph("")}</w:tc>`;

const row = (cells, widths, more = "") =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.map((one, n) => cell(one, widths[n])).join("")}</w:tr>`;

/** A table of heads, and of rows whose cells are paragraphs; widths, and what is above and below a
    cell's words, are twentieths of a point; the paragraph `after` it is of a style. */
export const table = (heads, rows, widths, { pad = 60, after = "Normal" } = {}) => {
  const head = heads.map((text) => paragraph(run(text, "<w:rPr><w:b/></w:rPr>")));
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7A857F"/>`);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders.join("")}</w:tblBorders><w:tblCellMar><w:top w:w="${pad}" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="${pad}" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.join("")}</w:tblGrid>${row(head, widths, "<w:tblHeader/>")}${rows.map((cells) => row(cells, widths)).join("")}</w:tbl>${paragraph("", after)}`;
};

const LINKED = '<w:rPr><w:color w:val="0B4F6C"/><w:u w:val="single"/></w:rPr>';

/** Words that lead to what is listed under this id among a file's links. */
export const link = (id, text) => `<w:hyperlink r:id="${id}">${run(text, LINKED)}</w:hyperlink>`;

const DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/";
const EMU = 12700; // in a point

/** A picture that is listed under this id among a file's pictures, in points, and what it shows. */
export const picture = (id, wide, tall, told) => {
  const size = `cx="${Math.round(wide * EMU)}" cy="${Math.round(tall * EMU)}"`;
  const named = `id="${id.slice(1)}" name="${id}" descr="${escaped(told)}"`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWN}wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/><a:graphic xmlns:a="${DRAWN}main"><a:graphicData uri="${DRAWN}picture"><pic:pic xmlns:pic="${DRAWN}picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
};

const document = (body, lying) => {
  const page = lying ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  return `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}<w:sectPr><w:pgSz ${page}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;
};

const style = (id, look) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/>${look}</w:style>`;
const OWN = [
  style("Spaced", '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
  style("TableTitle", '<w:pPr><w:keepNext/><w:spacing w:before="80" w:after="40"/></w:pPr><w:rPr><w:b/></w:rPr>'),
  style("Gap", '<w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr>'),
  style("Line", '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="7A857F"/><w:between w:val="single" w:sz="4" w:space="0" w:color="7A857F"/></w:pBdr><w:spacing w:line="480" w:lineRule="exact"/></w:pPr>'),
].join("");

const styles = (locale, size) =>
  `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="${2 * size}"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="${Math.round(18.2 * size)}"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="${Math.round(3.3 * size)}"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="${Math.round(21.8 * size)}" w:after="${Math.round(10.9 * size)}"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="${Math.round(2.55 * size)}"/></w:rPr></w:style>${OWN}</w:styles>`;

// Without it, Word opens a file as one of an older Word.
const SETTINGS = `${HEAD}<w:settings xmlns:w="${W}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const relation = (id, type, target, more = "") =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${escaped(target)}"${more}/>`;
const relations = (all) => `${HEAD}<Relationships xmlns="${RELATIONS}">${all.join("")}</Relationships>`;

/** A Word file's bytes. `body` is paragraphs and tables, `locale` the language such as "fi-FI", `links`
    addresses by their ids, `pictures` the bytes of PNGs by theirs; `size` is that of the letters in
    points; the page is upright, or `lying`. */
export const wordFile = (body, locale, { lying = false, links = {}, pictures = {}, size = 11 } = {}) => {
  const shown = Object.keys(pictures).map((id) => relation(id, "image", `media/${id}.png`));
  const media = Object.entries(pictures).map(([id, bytes]) => [`word/media/${id}.png`, bytes]);
  const targets = Object.entries(links).map(([id, url]) => relation(id, "hyperlink", url, ' TargetMode="External"'));
  return packed({
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}document.main+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}settings+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}styles+xml"/></Types>`,
    "_rels/.rels": relations([relation("d", "officeDocument", "word/document.xml")]),
    "word/document.xml": document(body, lying),
    "word/settings.xml": SETTINGS,
    "word/styles.xml": styles(locale, size),
    "word/_rels/document.xml.rels": relations([
      relation("p", "settings", "settings.xml"),
      relation("s", "styles", "styles.xml"),
      ...targets,
      ...shown,
    ]),
    ...Object.fromEntries(media),
  });
};
