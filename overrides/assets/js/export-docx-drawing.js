// The page's drawings in a Word file, at the places that mentoring_tools/docx/picture.py keeps.

import { png } from "./raster.js";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
// In Word's units, of which a millimetre has 36,000.
const PIXEL = 7620; // letters of 14 become 8.4 points: larger, and a sheet runs to another page
const HIGHEST = 5.4e6; // 150 mm: on a page that lies, too
const DOTS = 3; // for each pixel: 360 to the inch

/** Gives a picture the size of what is drawn in it, and shows it where it was hidden. */
const fit = (place, [width, height]) => {
  const scale = Math.min(PIXEL, HIGHEST / height);
  for (const size of place.querySelectorAll("[cx]")) {
    size.setAttribute("cx", Math.round(width * scale));
    size.setAttribute("cy", Math.round(height * scale));
  }
  for (const hidden of place.closest("p").querySelectorAll("vanish")) hidden.remove();
};

/**
 * Puts each of `drawings`, {name, question, picture, told}, where the text `page` of a Word file has
 * a picture of this name. Resolves to the new pictures by the names of their files.
 */
export const draw = async (page, drawings) => {
  const places = new Map(
    [...page.getElementsByTagName("wp:docPr")].map((one) => [one.getAttribute("name"), one]),
  );
  const known = drawings.filter(({ name }) => places.has(name));
  const dots = await Promise.all(known.map(({ picture }) => png(picture, DOTS)));
  const bytes = await Promise.all(dots.map((one) => one.arrayBuffer()));
  const made = known.map(({ name, question, picture, told }, at) => {
    const about = places.get(name);
    const place = about.parentNode;
    about.setAttribute("descr", [question, ...told].join("\n"));
    fit(place, picture.getAttribute("viewBox").split(" ").slice(2));
    const file = place.getElementsByTagName("a:blip")[0].getAttributeNS(R, "embed");
    return [`word/${file}.png`, new Uint8Array(bytes[at])];
  });
  return Object.fromEntries(made);
};
