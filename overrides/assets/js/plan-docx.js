// The plan of meetings as a table in a Word file, made on this device. Fetched when it is asked for.

import { packed } from "./export-zip.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WIDTHS = [3600, 3000, 3600, 3800]; // twentieths of a point, on a page that lies

// What no XML file may hold is left out.
const escaped = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

const run = (text, look = "") => `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (content, style) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

const cell = (paragraphs, n) =>
  `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[n]}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`;

const LINKED = '<w:rPr><w:color w:val="0B4F6C"/><w:u w:val="single"/></w:rPr>';
const link = (id, text) => `<w:hyperlink r:id="${id}">${run(text, LINKED)}</w:hyperlink>`;

/** One row: when, what about, with which tools, where. */
const row = ({ told, title, tools, place, facts }, n) => {
  const named = tools.map((tool, at) => paragraph(link(`t${n}-${at}`, tool.title), "Normal"));
  const texts = [[told, facts], [title], [], [place]];
  const cells = texts.map((lines, at) => {
    const said = lines.filter(Boolean).map((line) => paragraph(run(line), "Normal"));
    return cell((at === 2 ? named : said).join("") || paragraph("", "Normal"), at);
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
};

const document = (rows, words) => {
  const heads = [words.when, words.topic, words.tools, words.place];
  const head = heads.map((text, at) => cell(paragraph(run(text, "<w:rPr><w:b/></w:rPr>"), "Normal"), at));
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7A857F"/>`);
  const columns = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${paragraph(run(words.name), "Heading1")}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders.join("")}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.join("")}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join("")}</w:tr>${rows.map(row).join("")}</w:tbl>${paragraph("", "Normal")}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;
};

const styles = (locale) =>
  `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>`;

// Without it, Word opens a file as one of an older Word.
const SETTINGS = `${HEAD}<w:settings xmlns:w="${W}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const relation = (id, type, target, more = "") =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${escaped(target)}"${more}/>`;
const relations = (all) => `${HEAD}<Relationships xmlns="${RELATIONS}">${all.join("")}</Relationships>`;

/** A Word file's bytes. Meetings are as plan.js has them whole, each with its time in words as `told`;
    `words` are the interface's for plans, `locale` is "fi-FI" and `site` the site's address. */
export const tableOf = (meetings, words, locale, site) => {
  const rows = meetings.map((one) => ({ ...one, facts: words.minutes.replace("{n}", one.minutes) }));
  const links = rows.flatMap(({ tools }, n) =>
    tools.map(({ url }, at) => relation(`t${n}-${at}`, "hyperlink", site + url, ' TargetMode="External"')),
  );
  return packed({
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}document.main+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}settings+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}styles+xml"/></Types>`,
    "_rels/.rels": relations([relation("d", "officeDocument", "word/document.xml")]),
    "word/document.xml": document(rows, words),
    "word/settings.xml": SETTINGS,
    "word/styles.xml": styles(locale),
    "word/_rels/document.xml.rels": relations([
      relation("p", "settings", "settings.xml"),
      relation("s", "styles", "styles.xml"),
      ...links,
    ]),
  });
};
