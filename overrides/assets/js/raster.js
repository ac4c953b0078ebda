// A drawing of the page as a picture made of dots. Fetched with what asks for one.

import { make } from "./page.js";

const INK = "#1f4d3f";

/** A drawing on white, with so many dots for each of its own units: resolves to a PNG. */
export const png = async (drawing, dots) => {
  const sizes = drawing.getAttribute("viewBox").split(" ").slice(2);
  const [width, height] = sizes.map((units) => units * dots);
  const picture = drawing.cloneNode(true);
  const frame = { width, height, color: INK };
  for (const name in frame) picture.setAttribute(name, frame[name]);
  const source = new XMLSerializer().serializeToString(picture);
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  // What is loaded can be drawn: decode() is one more step that may fail.
  const image = await new Promise((onload, onerror) => make("img", { onload: ({ target }) => onload(target), onerror, src: address }));
  const canvas = make("canvas", { width, height });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0);
  URL.revokeObjectURL(address);
  return new Promise((made) => canvas.toBlob(made));
};
