// A drawing and its words as one picture, which a phone can send. Loaded only when asked for.

import { say } from "./page.js";
import { broken, text } from "./drawing.js";
import { saveAs } from "./download.js";
import { png } from "./raster.js";

const ROOM = 16; // round the drawing
const LINE = 20; // height of a line of words

/** A copy of the drawing with the words under it. */
const whole = (drawing, sentences) => {
  const picture = drawing.cloneNode(true);
  const [width, height] = drawing.getAttribute("viewBox").split(" ").slice(2).map(Number);
  const lines = sentences.flatMap((sentence) => broken(sentence, width));
  lines.forEach((words, at) => picture.append(text(0, height + LINE * (at + 1), words, "start")));
  const box = [-ROOM, -ROOM, width + 2 * ROOM, height + LINE * lines.length + 2 * ROOM];
  picture.setAttribute("viewBox", box.join(" "));
  return picture;
};

export const save = async (drawing, list) => {
  const sentences = [...list.children].map((item) => item.textContent);
  saveAs(await png(whole(drawing, sentences), 2), say("Title") + ".png");
};
