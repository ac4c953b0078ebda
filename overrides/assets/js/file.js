// Answers as a file to keep, and to send to another device. Opening one is in opening.js.

import { make, say } from "./page.js";
import { current } from "./filling.js";
import { copies } from "./store.js";

export const FORMAT = "mentoring-answers";
export const VERSION = 1;

// Phones share plain text and no JSON, so the file is called text. People can read it, too.
const fileOf = (sheets, name) => {
  const saved = new Date().toISOString();
  const text = JSON.stringify({ format: FORMAT, version: VERSION, saved, sheets }, null, 1);
  return new File([text], `${name} ${saved.slice(0, 10)}.txt`, { type: "text/plain" });
};

const ofSheet = () => fileOf([current()], say("Title"));

/** Hands a file to the person. */
export const download = (file) => {
  const link = make("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
};

export const saveSheet = () => download(ofSheet());

export const saveAll = () => {
  const here = current();
  const all = [here, ...copies().filter(({ id }) => id !== here.id)];
  const filled = all.filter(({ answers }) => Object.keys(answers).length);
  download(fileOf(filled, say("AllName")));
};

export const share = () => navigator.share({ files: [ofSheet()] }).catch(() => {});
export const canShare = () => navigator.canShare?.({ files: [ofSheet()] });
