// Keeps pages for times without a network. Everything that is kept belongs to one version of the
// site, by its contents, and a new version waits until the reader takes it into use or has left.
// The build fills in the version. `make serve` does not: there this worker only removes itself.

const VERSION = "%%mt-version%%";
const PUBLISHED = !VERSION.startsWith("%");
const LIST = "offline.json"; // which files there are, see mentoring_tools/publishing/service_worker.py
const GUIDE = "guides/offline/"; // says what is kept, and is shown instead of what is not
const ROOT = self.registration.scope;
const OURS = `mt:${new URL(ROOT).pathname}:`;
const OWN = OURS + VERSION;

const own = () => caches.open(OWN);
const sum = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 12);

/** The files of a version by group, `shell` or a language, each {path: [sum, size]}. */
const groups = async (cache) => (await (await cache.match(ROOT + LIST)).json());
const merged = (all) => new Map(Object.values(all).flatMap(Object.entries));
const others = async () => (await caches.keys()).filter((n) => n.startsWith(OURS) && n !== OWN);
const windows = async () =>
  (await clients.matchAll({ includeUncontrolled: true, type: "window" })).filter(({ url }) =>
    url.startsWith(ROOT),
  );

/** An address as the list has it: a page's without what only the page itself reads. */
const pathOf = (address, page) => {
  const { origin, pathname, search } = new URL(address);
  const path = (origin + pathname).slice(ROOT.length);
  return page ? path.replace(/(^|\/)index\.html$/, "$1") : path + search;
};

/** Keeps a file if it is of this version: "kept", or why not. */
const keep = async (path, given) => {
  const cache = await own();
  if (await cache.match(ROOT + path)) return "kept";
  const [expected] = merged(await groups(cache)).get(path) ?? [];
  if (!expected) return "changed";
  try {
    const response = given ?? (await fetch(ROOT + path, { cache: "no-cache" }));
    const bytes = await response.clone().arrayBuffer();
    if (!response.ok || (await sum(bytes)) !== expected) return "changed";
    await cache.put(ROOT + path, response);
    return "kept";
  } catch (error) {
    return error.name === "QuotaExceededError" ? "full" : "network";
  }
};

/** Brings into this version what the reader kept of an earlier one; unchanged files are copied. */
const carry = async (from, cache, all) => {
  const old = await caches.open(from);
  const [before, files] = [merged(await groups(old)), merged(all)];
  const paths = (await old.keys()).map(({ url }) => url.slice(ROOT.length));
  const whole = Object.keys(all).filter((group) => paths.includes(`${LIST}?${group}`));
  const wanted = [...paths, ...whole.flatMap((group) => Object.keys(all[group]))];
  const kept = wanted.filter((path) => files.has(path));
  for (const path of kept) {
    const same = before.get(path)?.[0] === files.get(path)[0] && (await old.match(ROOT + path));
    if (same) await cache.put(ROOT + path, same);
  }
  for (const group of whole) await cache.put(`${ROOT}${LIST}?${group}`, new Response());
  return kept;
};

/** Makes this version whole before it waits: on a failure, the browser tries again another day. */
const install = async () => {
  const cache = await own();
  const list = await fetch(ROOT + LIST, { cache: "no-cache" });
  if ((await sum(await list.clone().arrayBuffer())) !== VERSION) throw Error("another version");
  await cache.put(ROOT + LIST, list);
  const all = await groups(cache);
  const paths = Object.keys(all.shell);
  for (const name of await others()) paths.push(...(await carry(name, cache, all).catch(() => [])));
  const results = await Promise.all([...new Set(paths)].map((path) => keep(path)));
  // Where there is no room, less is kept; an old version for ever would be worse.
  if (results.some((result) => !/kept|full/.test(result))) throw Error("not whole");
};

/** Drops other versions, unless one is on its way or another window may still show one. */
const tidy = async () => {
  const names = await others();
  const { installing, waiting } = self.registration;
  if (PUBLISHED && (installing || waiting || (await windows()).length > 1)) return;
  for (const name of names) await caches.delete(name);
};

const activate = async () => {
  await tidy();
  if (!PUBLISHED) return self.registration.unregister();
  await clients.claim();
  // The page that brought this worker was read before it. Nothing may wait for that here.
  windows().then((open) => open.forEach(({ url }) => keep(pathOf(url, true))));
};

/** A file as this site's versions have it, the newest first: a window of another version finds its
    own scripts and styles, by their stamps. Other sites of the same host have caches, too. */
const keptBySome = async (request) => {
  for (const name of [OWN, ...(await others())]) {
    const kept = await (await caches.open(name)).match(request);
    if (kept) return kept;
  }
};

/** For a page that is neither kept nor to be had. */
const instead = async (path, cache) => {
  if (await cache.match(`${ROOT}${path}/`)) return Response.redirect(`${ROOT}${path}/`);
  const language = path.slice(0, path.indexOf("/") + 1);
  for (const guide of [ROOT + language + GUIDE, ROOT + GUIDE])
    if (await cache.match(guide)) return Response.redirect(`${guide}?page=${encodeURIComponent(path)}`);
  return Response.error();
};

const answer = async (event) => {
  const { request } = event;
  const page = request.mode === "navigate";
  const path = pathOf(request.url, page);
  const cache = await own();
  if (page) event.waitUntil(tidy());
  const kept = (await cache.match(ROOT + path)) ?? (page ? undefined : await keptBySome(request));
  if (kept) return kept;
  try {
    const response = await fetch(request);
    // What the search looks up is kept once it is used, as pages are.
    if (response.ok && (page || path.startsWith("lookup/"))) event.waitUntil(keep(path, response.clone()));
    return response;
  } catch {
    return page ? instead(path, cache) : Response.error();
  }
};

/** What a page may ask for; see assets/js/offline-page.js and update-notice.js. */
const acts = {
  take: () => self.skipWaiting(),
  keep,
  /** Each file of a language: its path, its size in bytes, and whether it is kept. */
  files: async (language) => {
    const cache = await own();
    const all = await groups(cache);
    const paths = new Set((await cache.keys()).map(({ url }) => url.slice(ROOT.length)));
    const files = Object.entries({ ...all.shell, ...all[language] });
    return files.map(([path, [, size]]) => ({ path, size, kept: paths.has(path) }));
  },
  /** Remembers that a whole language is wanted, in later versions too. */
  whole: async (language) => (await own()).put(`${ROOT}${LIST}?${language}`, new Response()),
  /** Removes all but the shell. */
  forget: async () => {
    const cache = await own();
    const { shell } = await groups(cache);
    for (const request of await cache.keys()) {
      const path = request.url.slice(ROOT.length);
      if (path !== LIST && !(path in shell)) await cache.delete(request);
    }
  },
};

self.addEventListener("install", (event) =>
  event.waitUntil(PUBLISHED ? install() : self.skipWaiting()),
);
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (PUBLISHED && method === "GET" && url.startsWith(ROOT)) event.respondWith(answer(event));
});
self.addEventListener("message", (event) => {
  const [act, ...given] = event.data;
  event.waitUntil(
    acts[act](...given).then((result) => event.ports[0]?.postMessage(result)),
  );
});
