// The assignment of most pairs with the best total, by shortest augmenting paths with potentials: the
// Hungarian method (Kuhn 1955) in the form of Jonker and Volgenant (“A shortest augmenting path
// algorithm for dense and sparse linear assignment problems”, Computing 38, 1987), without their
// reductions at the start. For n rows and m columns it takes n·n·m steps.

/** Each row's column at the least sum of costs, and the potentials of rows `u` and columns `v`: no cost
    is less than u + v, and each that was taken is equal to it. `costs` are rows of numbers, of which
    there are no more than columns. */
const assigned = (costs) => {
  const n = costs.length;
  const m = costs[0]?.length ?? 0;
  const [u, v] = [new Float64Array(n + 1), new Float64Array(m + 1)];
  const rows = new Int32Array(m + 1); // the row of each column, from 1; none is 0
  for (let row = 1; row <= n; row++) augment(costs, u, v, rows, row);
  const columns = new Int32Array(n);
  for (let column = 1; column <= m; column++) if (rows[column]) columns[rows[column] - 1] = column - 1;
  return { columns, u: u.subarray(1), v: v.subarray(1) };
};

/** Gives one more row a column: along the cheapest path, others may change theirs. */
const augment = (costs, u, v, rows, row) => {
  const m = v.length - 1;
  const least = new Float64Array(m + 1).fill(Infinity);
  const [from, done] = [new Int32Array(m + 1), new Uint8Array(m + 1)];
  let column = 0;
  rows[0] = row;
  do {
    done[column] = 1;
    const here = rows[column];
    let [delta, next] = [Infinity, 0];
    for (let other = 1; other <= m; other++) {
      if (done[other]) continue;
      const reduced = costs[here - 1][other - 1] - u[here] - v[other];
      if (reduced < least[other]) [least[other], from[other]] = [reduced, column];
      if (least[other] < delta) [delta, next] = [least[other], other];
    }
    for (let other = 0; other <= m; other++)
      if (done[other]) {
        u[rows[other]] += delta;
        v[other] -= delta;
      } else least[other] -= delta;
    column = next;
  } while (rows[column]);
  for (; column; column = from[column]) rows[column] = rows[from[column]];
};

const NOBODY = -1;

/** For each mentee the mentor {mentor, ties}: as many pairs as can be, and among these the best total.
    `points` has a row for each mentee: whole numbers from 0 to 1,000, or -1 for a pair that may not be;
    `places` is how many mentees each mentor takes. A mentor of -1 is nobody. `ties` are the others whom
    the mentee has in another assignment that is exactly as good. */
export const paired = (points, places) => {
  const owners = places.flatMap((n, mentor) => Array(n).fill(mentor));
  const most = 1000 * points.length + 1001; // to leave out one more pair is dearer than all points
  const costs = points.map((row) => [
    ...owners.map((mentor) => (row[mentor] < 0 ? 3 * most : 1000 - row[mentor])),
    ...Array(points.length).fill(most),
  ]);
  const { columns, u, v } = assigned(costs);
  const whose = [...owners, ...Array(points.length).fill(NOBODY)];
  const taken = [...columns].map((column) => whose[column]);
  const tight = costs.map((row, at) => [...new Set(whose.filter((_, c) => row[c] === u[at] + v[c]))]);
  const ways = exchanges(taken, tight, whose, columns, v);
  return taken.map((mentor, at) => ({
    mentor,
    ties: tight[at].filter((other) => other !== mentor && ways(other).has(mentor)),
  }));
};

/** What can be given up for what, at no cost: from a mentor all mentors that are then free, by which
    each of that mentor's mentees moves on to another who suits the total as well. */
const exchanges = (taken, tight, whose, columns, v) => {
  const used = new Set(columns);
  const free = new Set(whose.filter((_, column) => !used.has(column)));
  // A place that costs nothing may as well be left empty.
  const spare = [...new Set([...columns].filter((column) => !v[column]).map((column) => whose[column]))];
  const known = new Map();
  return (start) => {
    if (known.has(start)) return known.get(start);
    const seen = new Set([start]);
    for (const mentor of seen) {
      if (free.has(mentor)) spare.forEach((other) => seen.add(other));
      taken.forEach((own, row) => own === mentor && tight[row].forEach((other) => seen.add(other)));
    }
    known.set(start, seen);
    return seen;
  };
};
