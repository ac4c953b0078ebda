// Looks at pages with Lighthouse: given the browser's path, its flags, and lines of JSON
// {address, form: "mobile" | "desktop", skipped: audits} on the standard input; prints a line of
// JSON for each.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [chromePath, ...chromeFlags] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...chromeFlags] });

function seen({ lhr }) {
  if (lhr.runtimeError) throw new Error(`${lhr.requestedUrl}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    Object.values(lhr.categories).map((one) => [one.id, Math.round(one.score * 100)]),
  );
  const counted = Object.values(lhr.categories).flatMap((one) => one.auditRefs)
    .filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id]);
  const faults = counted.filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => audit.id);
  const value = (id) => lhr.audits[id].numericValue;
  return {
    scores,
    faults: [...new Set(faults)],
    paint: value("largest-contentful-paint"),
    shift: value("cumulative-layout-shift"),
  };
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const { address, form, skipped } = JSON.parse(line);
    const found = await lighthouse(
      address,
      { port: chrome.port, logLevel: "error", skipAudits: skipped },
      form === "desktop" ? desktopConfig : undefined,
    );
    console.log(JSON.stringify(seen(found)));
  }
} finally {
  chrome.kill();
}
