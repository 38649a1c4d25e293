// TimelineJS and vis-timeline show their files in Chromium: every dated event, none dropped, with its dates and words. A large
// file is shown in pieces, each a file of its own under the same head: both draw what they are given, all at once.
import { basename } from "node:path";
import { installed, launch, openPage } from "./browser.mjs";
import { end, equal, events, extent, folders, items, read, same, skip } from "./expected.mjs";
import { showTimelinejs, showVis } from "./timelines.mjs";

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }
const PIECE = 5000;
const DAY = 86400000;

/** The items of a file in lists of at most PIECE, each as a file with the rest of it. */
function* pieces(folder, name, part) {
  const { [part]: _, ...rest } = JSON.parse(read(folder, name));
  const of = (list) => JSON.stringify({ ...rest, [part]: list });
  let list = [];
  for (const item of items(folder, part, name)) {
    if (list.length === PIECE) { yield of(list); list = []; }
    list.push(item);
  }
  yield of(list);
}

// What HTML makes of a text: blanks run together, U+0000 is not shown.
const seen = (text) => text.replace(/[\u0000\uFFFD]/g, "").replace(/\s+/g, " ").trim();
const year = (day) => Number(/^-?\d+/.exec(day)[0]);
const instant = (day) => Date.UTC(2000, 0, 1) + (new Date(0).setUTCFullYear(year(day), Number(day.slice(-5, -3)) - 1, Number(day.slice(-2))) - Date.UTC(2000, 0, 1));

/** What must be said of each event beside its label: who says so, why it is contested, its first sentence or all of them. */
function wordsOf(folder, sentences) {
  const name = new Map(), words = new Map();
  for (const e of items(folder, "entities", "timeline.json")) name.set(e.id, e.name);
  for (const e of events(folder))
    words.set(e.id, [...e.attribution.map((a) => a.text ?? name.get(a.entity)), ...e.mentions.slice(0, sentences).map((m) => m.text)]);
  for (const { about, why } of items(folder, "conflicts", "timeline.json")) for (const id of about) words.get(id).push(...why);
  return words;
}
const unsaid = (words, text) => { const all = seen(text); return words.map(seen).filter((word) => !all.includes(word)); };

async function inVis(browser, folder) {
  const words = wordsOf(folder, 1), disputed = new Set();
  for (const { about } of items(folder, "conflicts", "timeline.json")) for (const id of about) disputed.add(id);
  async function* shown() {
    for (const piece of pieces(folder, "vis-timeline.json", "items")) {
      const page = await openPage(browser, { timezoneId: "America/Lima" }); // a day is that day in every time zone
      await showVis(page, piece);
      const count = JSON.parse(piece).items.length;
      await page.waitForFunction((count) => drawn().length === count, count, { timeout: 300000, polling: 1000 });
      const all = await page.evaluate("drawn()");
      equal("vis-timeline: problems", page.problems, []);
      await page.close();
      for (const { id, start, end: last, text, tooltip, classes } of all) yield [id, [start, last, seen(text), classes, unsaid(words.get(id), tooltip)]];
    }
  }
  const bounds = [...events(folder)].flatMap(({ time: { start, end } }) => [start.earliest, start.latest, end.earliest, end.latest]).filter(Boolean).map(instant);
  const horizon = bounds.reduce((a, b) => Math.max(a, b), -Infinity);
  await same("vis-timeline: each item drawn, with its days, label, standing and what its tooltip says", shown(), function* () {
    for (const e of events(folder)) {
      const days = extent(e)?.map(instant);
      if (!days) continue;
      const open = e.kind === "state" && !e.time.end.latest, last = open ? horizon : days[1]; // what is open reaches to the story's last day
      const classes = [e.polarity === "negative" ? "denied" : e.modality, e.kind, ...(open ? ["open"] : []), ...(disputed.has(e.id) ? ["disputed"] : [])];
      yield [e.id, [days[0], last > days[0] ? last + DAY : null, seen(e.label), classes, []]];
    }
  });
}

/** The day that TimelineJS is to place one end at: the first of what the date names, else its bound. */
function placed(edtf, bound) {
  const named = /^Y?(-?\d{4,})(?:-(0\d|1[0-2]))?(?:-(\d\d))?[~?%]?$/.exec(edtf ?? "");
  if (named) return [Number(named[1]), Number(named[2] ?? 1), Number(named[3] ?? 1)];
  return bound ? [year(bound), Number(bound.slice(-5, -3)), Number(bound.slice(-2))] : null;
}

async function inTimelinejs(browser, folder) {
  const words = wordsOf(folder, Infinity), dates = new Map();
  for (const { unique_id, display_date } of items(folder, "events", "timelinejs.json")) dates.set(unique_id, seen(display_date));
  async function* shown() {
    for (const piece of pieces(folder, "timelinejs.json", "events")) {
      const page = await openPage(browser);
      page.setDefaultTimeout(300000);
      await showTimelinejs(page, piece);
      await page.waitForSelector(".tl-slide");
      const all = await page.evaluate("drawn()");
      equal("TimelineJS: problems, beside fonts that it asks its makers for", page.problems.filter((p) => !p.includes("/css/fonts/")), []);
      equal("TimelineJS: a marker each", await page.locator(".tl-timemarker").count(), all.length);
      await page.close();
      for (const { id, start, end: last, date, headline, text } of all) yield [id, [start, last, seen(date) === dates.get(id), seen(headline), unsaid(words.get(id), text)]];
    }
  }
  await same("TimelineJS: each slide drawn, with its dates, label and what it says", shown(), function* () {
    for (const e of events(folder)) {
      const { edtf, start, end } = e.time, open = e.kind === "state" && !end.earliest && !end.latest;
      const [from, to] = edtf?.includes("/") ? edtf.split("/") : [edtf, open ? ".." : edtf];
      let first = placed(from, start.earliest ?? start.latest), last = placed(to, end.latest ?? end.earliest);
      if (!first) [first, last] = [last, null];
      if (String(first) === String(last)) last = null; // TimelineJS has no end on the first day
      if (first) yield [e.id, [first, from === to ? null : last, true, seen(e.label), []]];
    }
  });
}

const browser = await launch();
try {
  for (const folder of folders) {
    await inVis(browser, folder);
    await inTimelinejs(browser, folder);
    if (basename(folder) !== "sample") continue;

    const js = await openPage(browser);
    await showTimelinejs(js, read(folder, "timelinejs.json"));
    await js.waitForSelector(".tl-slide");
    const dates = await js.locator(".tl-slide .tl-headline-date").allTextContents();
    for (const words of ["about 2019", "1 March 2020 – 21 January 2025", "21 January 2025", "by 21 January 2025", "from 2026"])
      equal("TimelineJS says " + words, dates.includes(words), true);
    equal("TimelineJS lists what has no date", (await js.locator(".tl-slide-titleslide").textContent()).includes("Inés Vega & the crews <quarrel>"), true);
    await js.close();
  }
} finally {
  await browser.close();
}
end();
