// A QR code by ISO/IEC 18004: bytes, error correction level L, versions 1 to 30, which phones still
// read from a phone's screen. Loaded when a code is asked for.

const MOST = 30;

// Level L, by version: codewords of correction in a block, and blocks (the standard's table 9).
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15];

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// The field of 256 elements, by x⁸ + x⁴ + x³ + x² + 1.
const [POWERS, LOGS] = [[], []];
for (let power = 0, value = 1; power < 255; power += 1) {
  POWERS[power] = value;
  LOGS[value] = power;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}
const times = (a, b) => (a && b ? POWERS[(LOGS[a] + LOGS[b]) % 255] : 0);

/** The generator polynomial of so many codewords, without its leading 1. */
const generator = (degree) => {
  let all = [1];
  for (let root = 0; root < degree; root += 1)
    all = [...all, 0].map((value, at) => value ^ times(all[at - 1] ?? 0, POWERS[root]));
  return all.slice(1);
};

const corrected = (data, divisor) => {
  let rest = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest[0];
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at], factor));
  }
  return rest;
};

/** Where the small squares stand, along one side. */
const alignments = (version) => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = Array.from({ length: count - 1 }, (_, at) => version * 4 + 10 - at * step);
  return [6, ...places.reverse()];
};

/** How many codewords a version has for data and correction together. */
const room = (version) => {
  const squares = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const own = squares && (25 * squares - 10) * squares - 55;
  return ((16 * version + 128) * version + 64 - own - (version > 6 ? 36 : 0)) >> 3;
};

const forData = (version) => room(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
const lengthBits = (version) => (version < 10 ? 8 : 16);

const bitsOf = (value, count) => Array.from({ length: count }, (_, at) => (value >>> (count - 1 - at)) & 1);

/** The codewords of bytes: mode and length, the bytes, and what fills up the room. */
const codewords = (bytes, version) => {
  const most = forData(version) * 8;
  const bits = [...bitsOf(4, 4), ...bitsOf(bytes.length, lengthBits(version))];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  bits.push(...bitsOf(0, Math.min(4, most - bits.length)));
  bits.push(...bitsOf(0, -bits.length & 7));
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  for (let pad = 0xec; words.length * 8 < most; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
};

/** Data in blocks, each with its correction, taken in turns. */
const interleaved = (words, version) => {
  const count = BLOCKS[version - 1];
  const short = Math.floor(words.length / count);
  const longer = words.length % count; // so many of the last blocks have one more
  const divisor = generator(CORRECTION[version - 1]);
  const blocks = Array.from({ length: count }, (_, at) => {
    const more = Math.max(0, at - (count - longer));
    const start = at * short + more;
    return words.slice(start, start + short + (at >= count - longer ? 1 : 0));
  });
  const turns = (lists) =>
    Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, at) =>
      lists.map((list) => list[at]).filter((word) => word !== undefined),
    ).flat();
  return [...turns(blocks), ...turns(blocks.map((block) => corrected(block, divisor)))];
};

/** What of a code is the same for every text: its modules, and which of them are taken. */
const frame = (version) => {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => Array(size).fill(0));
  const taken = dark.map((row) => [...row]);
  const put = (x, y, value) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y][x] = +value;
    taken[y][x] = 1;
  };
  const square = (left, top, radius, rings) => {
    for (let y = -radius; y <= radius; y += 1)
      for (let x = -radius; x <= radius; x += 1)
        put(left + x, top + y, rings.includes(Math.max(Math.abs(x), Math.abs(y))));
  };
  for (let at = 0; at < size; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, [0, 1, 3]);
  const places = alignments(version);
  const [first, last] = [places[0], places.at(-1)];
  for (const x of places)
    for (const y of places)
      if (!((x === first && y === first) || (x === first && y === last) || (x === last && y === first)))
        square(x, y, 2, [0, 2]);
  return { size, dark, taken, put };
};

const remainder = (value, bits, divisor) => {
  let rest = value;
  for (let at = 0; at < bits; at += 1) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * divisor);
  return (value << bits) | rest;
};

/** Says which mask is laid over the code, twice; level L is 01. */
const putFormat = ({ size, put }, mask) => {
  const bits = remainder(8 | mask, 10, 0x537) ^ 0x5412;
  const bit = (at) => (bits >>> at) & 1;
  for (let at = 0; at < 15; at += 1) {
    if (at < 8) put(8, at + (at > 5), bit(at));
    else put(at === 8 ? 7 : 14 - at, 8, bit(at));
    if (at < 8) put(size - 1 - at, 8, bit(at));
    else put(8, size - 15 + at, bit(at));
  }
  put(8, size - 8, 1);
};

/** Says which version it is, twice, where there is room for it. */
const putVersion = ({ size, put }, version) => {
  if (version < 7) return;
  const bits = remainder(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    put(a, b, (bits >>> at) & 1);
    put(b, a, (bits >>> at) & 1);
  }
};

/** Lays the bits into what is free, two columns at a time, up and down from the right. */
const fill = ({ size, dark, taken }, words) => {
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (taken[y][x]) continue;
        dark[y][x] = ((words[at >> 3] ?? 0) >>> (7 - (at & 7))) & 1;
        at += 1;
      }
  }
};

/** How hard a code is to read: long runs, blocks of one colour, what looks like a corner, balance. */
const penalty = (dark) => {
  const size = dark.length;
  const lines = [...dark, ...dark.map((_, x) => dark.map((row) => row[x]))].map((line) => line.join(""));
  let points = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * [...line.matchAll(/(?=00001011101|10111010000)/g)].length;
  }
  for (let y = 1; y < size; y += 1)
    for (let x = 1; x < size; x += 1)
      if (new Set([dark[y][x], dark[y - 1][x], dark[y][x - 1], dark[y - 1][x - 1]]).size === 1) points += 3;
  const part = dark.flat().reduce((sum, one) => sum + one) / size ** 2;
  return points + 10 * Math.floor(Math.abs(part * 20 - 10));
};

const masked = (code, mask) => {
  putFormat(code, mask);
  const { dark, taken } = code;
  return dark.map((row, y) => row.map((one, x) => one ^ (!taken[y][x] && MASKS[mask](x, y) === 0)));
};

/** The modules of a text's code, row by row, 1 where it is dark; nothing for what does not fit. */
export const modules = (text) => {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= MOST && bytes.length * 8 + 4 + lengthBits(version) > forData(version) * 8) version += 1;
  if (version > MOST) return;
  const code = frame(version);
  putFormat(code, 0);
  putVersion(code, version);
  fill(code, interleaved(codewords(bytes, version), version));
  const ways = MASKS.map((_, mask) => masked(code, mask));
  const points = ways.map(penalty);
  return ways[points.indexOf(Math.min(...points))];
};

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of light around it

const shape = (tag, attributes) => {
  const element = document.createElementNS(SVG, tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  return element;
};

/** A text's code as an SVG with a name, or nothing. */
export const picture = (text, name) => {
  const rows = modules(text);
  if (!rows) return;
  const side = rows.length + 2 * QUIET;
  const bars = rows.flatMap((row, y) =>
    [...row.join("").matchAll(/1+/g)].map(
      ({ 0: { length }, index }) => `M${index + QUIET} ${y + QUIET}h${length}v1h-${length}z`,
    ),
  );
  const code = shape("svg", { class: "mt-code", viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": name });
  code.append(
    shape("rect", { width: side, height: side, fill: "#fff" }),
    shape("path", { d: bars.join(""), fill: "#000", "shape-rendering": "crispEdges" }),
  );
  return code;
};
