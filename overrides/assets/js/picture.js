// A drawing and its words as one picture, which a phone can send. Loaded only when asked for.

import { make, say } from "./page.js";
import { broken, svg, text } from "./drawing.js";
import { saveAs } from "./download.js";

const INK = "#1f4d3f";
const ROOM = 16; // round the drawing
const LINE = 20; // height of a line of words

/** A copy of the drawing that needs no stylesheet, with the words under it. */
const whole = (drawing, sentences) => {
  const picture = drawing.cloneNode(true);
  const [width, height] = drawing.getAttribute("viewBox").split(" ").slice(2).map(Number);
  const lines = sentences.flatMap((sentence) => broken(sentence, width));
  lines.forEach((words, at) => picture.append(text(0, height + LINE * (at + 1), words, "start")));
  const [w, h] = [width + 2 * ROOM, height + LINE * lines.length + 2 * ROOM];
  picture.prepend(svg("rect", { x: -ROOM, y: -ROOM, width: w, height: h, fill: "#fff" }));
  const frame = { viewBox: `${-ROOM} ${-ROOM} ${w} ${h}`, width: 2 * w, height: 2 * h, color: INK };
  for (const name in frame) picture.setAttribute(name, frame[name]);
  return picture;
};

export const save = async (drawing, list) => {
  const sentences = [...list.children].map((item) => item.textContent);
  const source = new XMLSerializer().serializeToString(whole(drawing, sentences));
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  const image = make("img", { src: address });
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  URL.revokeObjectURL(address);
  canvas.toBlob((blob) => saveAs(blob, say("Title") + ".png"));
};
