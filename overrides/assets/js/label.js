// What a filled copy of a sheet is called: "Meeting log 2 · Amina".

/** Whose copy it is, as its owner wrote it. */
export const owner = ({ sheet, answers }) => answers[sheet + "-whose"];

/** A copy's name; its number stands there when it is not the first one, or always when `numbered`. */
export const called = (copy, title, numbered) =>
  [copy.name || (numbered || copy.n > 1 ? `${title} ${copy.n}` : title), owner(copy)].filter(Boolean).join(" · ");
