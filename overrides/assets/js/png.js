// A drawing as the bytes of a PNG, twice as large as its own units. Fetched when one is saved.

import { make } from "./page.js";
import { svg } from "./drawing.js";

const INK = "#1f4d3f";

/** A drawing by its viewBox on white, in one dark colour. */
export const pngOf = async (drawing) => {
  const [x, y, width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const picture = drawing.cloneNode(true);
  picture.prepend(svg("rect", { x, y, width, height, fill: "#fff" }));
  for (const [name, value] of Object.entries({ width: 2 * width, height: 2 * height, color: INK })) picture.setAttribute(name, value);
  const source = new XMLSerializer().serializeToString(picture);
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  const image = make("img", { src: address });
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  URL.revokeObjectURL(address);
  const blob = await new Promise((made) => canvas.toBlob(made));
  return new Uint8Array(await blob.arrayBuffer());
};
