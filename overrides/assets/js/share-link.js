// A sheet's answers as a link for the other person, and as a code to photograph. Loaded when asked for.

import { form, make, notice, say, slug } from "./page.js";
import { current, save } from "./autosave.js";
import { opened } from "./dialog.js";
import { LONGEST, packed } from "./link.js";
import { rareWords } from "./rare-words.js";

const { sharing: words } = await rareWords();

const PRIVATE = `${slug}-private`;

/** The copy as it stands on the page, without what a person keeps to themself. */
const shared = () => {
  const copy = current();
  delete copy.answers[PRIVATE];
  return copy;
};

/** The link of a copy, or the words that say why there is none. */
const linkOf = async (copy) => {
  if (!window.CompressionStream) return { why: words.cannot };
  const link = location.origin + location.pathname + (await packed(copy));
  return link.length > LONGEST ? { why: words.long } : { link };
};

const button = (label, onclick, look = "mt-quiet") =>
  make("button", { type: "button", className: `mt-button ${look}`, onclick }, label);

/** A button that does what another of the page's own does. */
const acting = (label, act) => {
  const one = button(label);
  one.dataset.mtDo = act;
  return one;
};

/** The file instead: by what a phone shares with, where it can, or among the downloads. */
const fileWays = () => {
  const shares = !document.getElementById("mt-share").hidden;
  return [...(shares ? [acting(words.file_share, "share")] : []), acting(words.file_save, "saveSheet")];
};

const linkWays = (link, field, status, place) => {
  const tell = (text) => (status.textContent = text);
  const send = () => navigator.share({ title: say("Title"), url: link }).catch(() => {});
  const copy = async () => {
    field.select();
    await navigator.clipboard.writeText(link).then(
      () => tell(words.copied),
      () => tell(words.by_hand),
    );
  };
  const code = async () => {
    const module = await import("./qr.js").catch(() => {});
    const drawn = module?.picture(link, words.code_name);
    place.replaceChildren(...(drawn ? [drawn, make("p", {}, words.code_text)] : []));
    tell(drawn ? words.code_name : module ? words.code_large : say("Unreached"));
  };
  return [
    ...(navigator.share ? [button(words.send, send, "")] : []),
    button(words.copy, copy, navigator.share ? "mt-quiet" : ""),
    button(words.code, code),
  ];
};

/** What stands in the dialog: who can read a link, the link, and what to do with it. */
const told = ({ link, why }) => {
  const left = form.elements[PRIVATE] ? [make("p", {}, words.left)] : [];
  if (why) return [make("p", {}, why), make("p", { className: "mt-actions" }, ...fileWays())];
  const field = make("textarea", { id: "mt-link", className: "mt-link", readOnly: true, rows: 3, value: link });
  const label = make("label", { htmlFor: field.id, className: "mt-label" }, words.label);
  const status = make("p", { role: "status", className: "mt-status" });
  const place = make("div", {});
  const ways = make("p", { className: "mt-actions" }, ...linkWays(link, field, status, place));
  return [make("p", {}, words.readers), ...left, label, field, ways, status, place];
};

/** Offers the open sheet as a link. */
export const offer = async () => {
  save();
  const copy = shared();
  if (!Object.keys(copy.answers).length) return notice(words.empty);
  const made = await linkOf(copy);
  const title = make("h2", { id: "mt-sharing", tabIndex: -1, autofocus: true }, words.title);
  const close = make("p", { className: "mt-gaps-ways" }, button(words.close, () => close.closest("dialog").close()));
  await opened(title, [title, ...told(made), close]);
};
