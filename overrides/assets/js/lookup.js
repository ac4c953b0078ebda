// Looks words up in the index of mentoring_tools/search/: what is typed, then base forms, then
// beginnings and parts, then a slip of one letter.

const [EXACT, FORM, BEGINNING, PART, SLIP] = [1, 0.9, 0.5, 0.55, 0.4];
const COMMON = 0.3; // what a word tells that stands on most pages; a rare one tells 4
const FIRST_PATTERN = 0x30;
const LAST_GRADE = 0x39; // letters behind it are steps from page to page
const SHORTEST = 3; // letters that a beginning or a part has at least
const SHORTEST_SLIP = 4;
const IN_TITLE = 8; // the grade of a word in a title, or of one that leads to the page

/** The number that a letter of a text stands for; half letters stand for none. */
const number = (text, first, at = 0) => {
  const code = text.codePointAt(at);
  return (code < 0xe000 ? code : code - 0x800) - first;
};

/** The words of a text in small letters, as mentoring_tools/search/lexicon.py has them. */
export const wordsOf = (text) =>
  (text.toLowerCase().normalize().replace(/\u00ad|['’]s\b/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 1 && !/^\d+$/.test(word),
  );

/** Whether two words differ by one letter that is wrong, missing or too much, or by two that
    changed places. */
const slipped = (one, other) => {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const [a, b] = [one.slice(from), other.slice(from)];
  return (
    a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
};

/** An index to which parts of its words are added. */
export const lookup = ({ pages, patterns, ends: possible }) => {
  const ending = RegExp(`^(?:${possible})$`);
  const stems = patterns.map((pattern) => pattern.split("|"));
  const beginnings = new Map();
  const lines = [];
  // Lines by the first two letters of their forms. They are read when a question may mean them: to
  // read all of them would cost a slow phone more than the rest of the search.
  const unread = new Map();

  const put = (map, letters, one) => {
    const there = map.get(letters);
    if (there) there.push(one);
    else map.set(letters, [one]);
  };

  /** What a line's word has for its forms: how much is cut, and what follows then. */
  const stemOf = ({ text, end }) => stems[number(text, FIRST_PATTERN, end + 1)];

  /** What a word's forms begin with, from its line: by its pattern, and those that stand there. */
  const formsIn = (line) => {
    const { text, end } = line;
    const [cut, ...tails] = stemOf(line);
    const short = text.slice(0, end - cut);
    const [, , ...apart] = text.slice(end).split(" ");
    return [...tails.map((tail) => short + tail), ...apart];
  };

  const add = (part) => {
    for (const text of part.split("\n")) {
      const end = text.indexOf(" ");
      const line = { text, end };
      lines.push(line);
      // Where the pattern leaves two letters of a word, all of its forms begin with these.
      const alike = end - stemOf(line)[0] > 1 && text.indexOf(" ", end + 1) < 0;
      if (alike) put(unread, text.slice(0, 2), line);
      else
        for (const start of new Set(formsIn(line).map((form) => form.slice(0, 2))))
          put(unread, start, line);
    }
  };

  /** A line's word and what is told of it. */
  const entryOf = (line) => {
    if (!line.entry) {
      const { text, end } = line;
      line.entry = { word: text.slice(0, end), rest: text.slice(end + 1).split(" ")[0] };
      for (const form of formsIn(line)) put(beginnings, form, line.entry);
    }
    return line.entry;
  };

  /** Reads the lines that have forms with these first two letters. */
  const open = (start) => {
    unread.get(start)?.forEach(entryOf);
    unread.delete(start);
  };

  /** A word's pages with their grades; read when they are asked for. */
  const pagesOf = (entry) => {
    if (!entry.pages) {
      const [, ...letters] = entry.rest;
      let grade, page;
      entry.pages = new Map();
      for (const letter of letters)
        if (letter <= "9") [grade, page] = [+letter, -1];
        else entry.pages.set((page += number(letter, LAST_GRADE)), grade);
      entry.tells = letters[0] === "0" ? COMMON : Math.log(1 + pages.length / entry.pages.size);
    }
    return entry.pages;
  };

  /** Whether letters may follow a beginning: more of them than that itself has are too many. */
  const ends = (long, rest) => rest.length < Math.max(5, long + 2) && ending.test(rest);

  /** Words that this is a form of, by the longest beginnings. */
  const formsOf = (word) => {
    const found = new Set();
    open(word.slice(0, 2));
    for (let long = word.length, least = 1; long > least; long--)
      if (beginnings.has(word.slice(0, long)) && ends(long, word.slice(long))) {
        found.long ??= long;
        least = Math.max(least, long - 2);
        beginnings.get(word.slice(0, long)).forEach((entry) => found.add(entry));
      }
    return found;
  };

  const beginningWith = (word) =>
    word.length < SHORTEST
      ? []
      : lines.filter(({ text, end }) => end >= word.length && text.startsWith(word)).map(entryOf);

  /** The parts of a compound that no page has, where they are words; at least its longest end. */
  const partsOf = (word) => {
    let end = [];
    for (let at = word.length - SHORTEST; at >= SHORTEST; at--) {
      const [first, last] = [formsOf(word.slice(0, at)), formsOf(word.slice(at))];
      if (first.size && last.size) return [...first, ...last];
      if (last.long > SHORTEST) end = last;
    }
    return end;
  };

  /** Words that are one slip away, by the longest beginnings, and how surely they are meant; the
      slip may be in what follows. */
  const slipsOf = (word) => {
    if (word.length < SHORTEST_SLIP) return [[]];
    const found = [];
    const [first, second] = word;
    const far = ([one, other]) => one !== first && other !== first && one !== second;
    for (const start of unread.keys()) far(start) || open(start);
    for (const [letters, there] of beginnings) {
      if (far(letters)) continue;
      for (let long = letters.length - 1; long <= letters.length + 1; long++) {
        if (long < SHORTEST || long > word.length) continue;
        const rest = word.slice(long);
        const near =
          long === letters.length && word.startsWith(letters)
            ? long > SHORTEST_SLIP && rest.length <= SHORTEST_SLIP
            : slipped(word.slice(0, long), letters) && ends(long, rest);
        if (near) found.push([long, there]);
      }
    }
    const longest = Math.max(...found.map(([long]) => long));
    const those = found.flatMap(([long, there]) => (long > longest - 3 ? there : []));
    return [new Set(those), SLIP + longest / word.length / 4];
  };

  /** What a typed word may mean, each with how surely and how much that tells. Only the `last` word
      may still be on its way. */
  const meant = (word, last) => {
    const forms = formsOf(word);
    const found = [];
    let most = Infinity;
    const more = (those, sure) => {
      for (const entry of those) {
        pagesOf(entry);
        found.push([entry, sure, Math.min(most, entry.tells)]);
      }
    };
    for (const entry of forms) more([entry], entry.word === word ? EXACT : FORM);
    if (found.length) most = Math.max(...found.map(([, , tells]) => tells));
    if (last || !found.length) more(beginningWith(word), BEGINNING);
    if (!found.length) more(partsOf(word), PART);
    // What begins with a short word only by chance may be a longer one with a slip.
    if (!forms.long || forms.long * 2 <= word.length) more(...slipsOf(word));
    return found;
  };

  const titles = new Map();
  const lengthOfTitle = (page) => {
    if (!titles.has(page)) titles.set(page, wordsOf(pages[page][1]).length);
    return titles.get(page);
  };

  /** What a typed question finds: pages' numbers, best first, and what each word was taken for. */
  const find = (question) => {
    const words = [...new Set(wordsOf(question))];
    const asked = words.map((word) => ({ word, found: meant(word, word === words.at(-1)) }));
    const scores = new Map();
    let all = 0;
    for (const { found } of asked) {
      const best = new Map();
      const most = Math.max(COMMON, ...found.map(([, , tells]) => tells));
      all += most;
      for (const [entry, sure, tells] of found)
        for (const [page, grade] of entry.pages) {
          const score = sure * grade * tells;
          if (score > (best.get(page)?.[0] ?? 0)) best.set(page, [score, grade >= IN_TITLE]);
        }
      for (const [page, [score, named]] of best) {
        const [sum, told, titled] = scores.get(page) ?? [0, 0, 0];
        scores.set(page, [sum + score, told + most, titled + named]);
      }
    }
    const worth = ([page, [sum, told, titled]]) =>
      ((sum * pages[page][3] * told) / all) *
      (1 + titled / Math.max(lengthOfTitle(page), words.length));
    const ranked = [...scores].map((pair) => [pair[0], worth(pair)]);
    ranked.sort(([a, one], [b, other]) => other - one || a - b);
    const found = ranked.map(([page]) => page);
    const named = pages.findIndex(([, title]) => title.toLowerCase() === question.toLowerCase().trim());
    return { found: named < 0 ? found : [...new Set([named, ...found])], asked };
  };

  /** A test of a text's words: for each that was meant, the number of the asked word, or -1. */
  const marker = (asked) => {
    const known = new Map();
    const meantBy = asked.map(({ found }) => new Set(found.map(([entry]) => entry)));
    const look = (word) => {
      const forms = [...formsOf(word)];
      const number = meantBy.findIndex((those) => forms.some((entry) => those.has(entry)));
      return number < 0 ? asked.findIndex(({ word: typed }) => typed.length > SHORTEST && word.includes(typed)) : number;
    };
    return (word) => {
      if (!known.has(word)) known.set(word, look(word));
      return known.get(word);
    };
  };

  /** Words that are spelt a little like this one. */
  const near = (word) =>
    beginningWith(word.slice(0, SHORTEST)).slice(0, 5).map((entry) => entry.word);

  return { add, find, marker, near };
};
