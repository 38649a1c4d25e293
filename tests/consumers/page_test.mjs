// The page in Chromium: what it shows, by mouse and by keyboard, light and dark, and what axe-core finds.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installed, launch, openPage } from "./browser.mjs";
import { end, equal, folders, skip, story } from "./expected.mjs";

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }
const axe = readFileSync(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const address = (folder, fragment = "") => "file://" + resolve(folder, "timeline.html") + fragment;
const ready = (page) => page.waitForSelector("html[data-ready]");

// Not waitForFunction: it needs eval, which the page's policy forbids.
async function until(page, condition) {
  for (let i = 0; i < 100 && !(await page.evaluate(condition)); ++i) await page.waitForTimeout(50);
}

async function violations(page) {
  // The page's own policy admits inline scripts only: evaluate brings axe in.
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run()");
  return found.violations.map((v) => `${v.impact}: ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
}

/** Names in the graph, none of which may cover another. */
async function overlaps(page) {
  const boxes = await page.$$eval("#graph-view g.node text", (texts) => texts.map((t) => { const { left, right, top, bottom } = t.getBoundingClientRect(); return [t.textContent, left + 1, right - 1, top + 3, bottom - 3]; }));
  equal("the graph has names", boxes.length > 2, true);
  equal("no name covers another", boxes.flatMap(([a, l, r, t, b], i) => boxes.slice(i + 1).filter(([, l2, r2, t2, b2]) => l < r2 && l2 < r && t < b2 && t2 < b).map(([c]) => [a, c])), []);
}

/** Every mark in view has a label of which something can be read. */
async function unlabelled(page) {
  return page.$$eval("#lanes-view g.item", (items) => {
    const room = document.querySelector("#lanes-view svg").getBoundingClientRect(), names = 150;
    const inView = ({ left, right }) => right > room.left + names + 5 && left < room.right - 5;
    return items.filter((item) => [...item.querySelectorAll("rect, circle")].some((mark) => inView(mark.getBoundingClientRect())))
      .filter((item) => { const { left, right } = item.querySelector(".label").getBoundingClientRect(); return left < room.left + names - 20 || left > room.right - 30 || right > room.right + 5; })
      .map((item) => item.textContent);
  });
}

/** A story of a real run: most of it lies within a small part of its time, where the page opens. */
async function real(browser, folder) {
  const page = await openPage(browser);
  await page.goto(address(folder));
  await ready(page);
  await overlaps(page);
  for (const width of [1440, 1280, 1000]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(300);
    equal(`every event in view says what it is, ${width} pixels wide`, await unlabelled(page), []);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(300);
  const inView = await page.locator("g.item").count();
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  equal("print draws what is out of view too", inView < await page.locator("g.item").count(), true);
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  equal("and the screen no more than it needs", await page.locator("g.item").count(), inView);
  equal("axe-core, a real story", await violations(page), []);
  await page.click("g.item .label");
  equal("axe-core, its details", await violations(page), []);
  await page.keyboard.press("Escape");
  await until(page, "location.hash === ''");
  if (basename(folder) !== "stargate") return void await page.close();
  const fit = () => page.textContent("[data-zoom=fit]");
  const width = () => page.evaluate("+document.querySelector('#overview .selection').getAttribute('width')");
  const opened = await width();
  equal("opens where the events crowd, and says what lies outside", /^Fit \(\d+ outside\)$/.test(await fit()), true);
  equal("the address needs no word of that", await page.evaluate("location.hash"), "");
  await page.click("[data-zoom=fit]");
  await until(page, "document.querySelector('[data-zoom=fit]').textContent === 'Fit'");
  equal("Fit shows all of time", [await fit(), opened < await width() / 2], ["Fit", true]);
  await until(page, "location.hash.includes('from=')");
  await page.reload();
  await ready(page);
  equal("a link to all of time opens all of time", await fit(), "Fit");
  // The same story without its dates: what stands below the lanes.
  const dateless = join(folder, "dateless.html");
  writeFileSync(dateless, readFileSync(join(folder, "timeline.html"), "utf8").replace(/"(earliest|latest)": ?"[^"]*"/g, '"$1":null'));
  await page.goto("file://" + resolve(dateless));
  await ready(page);
  const listed = await page.locator("#undated .chip").count(), further = +/\d+/.exec(await page.textContent("#undated .more"))[0];
  await page.click("#undated .more");
  equal("all events without a date can be reached", [listed, await page.locator("#undated .chip").count()], [30, 30 + further]);
  equal("axe-core, all events without a date", await violations(page), []);
  equal("problems", page.problems, []);
  await page.close();
  await linked(browser, folder, { width: 1440, height: 900 });
  await linked(browser, folder, { width: 390, height: 844 });
}

/** A link to an event that lies out of sight when the page opens shows it: on the timeline, on a phone its details. */
async function linked(browser, folder, viewport) {
  const page = await openPage(browser, { viewport });
  await page.goto(address(folder));
  await ready(page);
  const drawn = await page.$$eval("#lanes-view g.item", (items) => items.map((item) => item.dataset.event));
  const inside = (selector, frame) => page.evaluate(([selector, frame]) => {
    const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
    const room = frame ? document.querySelector(frame).getBoundingClientRect() : { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    return left < room.right && right > room.left && top >= room.top - 1 && top < room.bottom && (!frame || bottom <= room.bottom + 1);
  }, [selector, frame]);
  const away = story(folder).events.filter((e) => e.time.start.earliest && e.participants.some((p) => p.entity) && !drawn.includes(e.id));
  equal("some events are out of sight", away.length > 2, true);
  for (const event of [away[0], away[away.length - 1]]) {
    await page.goto(address(folder, "#event=" + encodeURIComponent(event.id)));
    await page.reload();
    await ready(page);
    equal("a link shows its event on the timeline", await inside("g.item.selected", "#lanes-view"), true);
    if (viewport.width < 900) equal("and on a phone its details", await inside("#details h2"), true);
  }
  equal("problems with links", page.problems, []);
  await page.close();
}

async function sample(browser, folder) {
  const { events } = story(folder);
  equal("size ≤ 1 MB", statSync(join(folder, "timeline.html")).size <= 1e6, true);
  const page = await openPage(browser);
  await page.goto(address(folder));
  await ready(page);
  equal("title", await page.title(), "Puerto Claro, Nordlinie and Rutas del Sur – timeline");
  equal("summary", await page.textContent("#summary"), "9 events · 4 entities · 4 documents · de, en, es, fr");
  await page.selectOption("#lanes", "none");
  const shown = () => page.$$eval("#lanes-view g.item", (items) => items.map((i) => i.dataset.event).sort());
  equal("dated events are marks", await shown(), events.filter((e) => e.time.edtf).map((e) => e.id).sort());
  equal("undated ones stand below", await page.$$eval("#undated button", (b) => b.map((x) => x.textContent)), ["Inés Vega & the crews <quarrel>"]);
  for (const [standing, id] of [["planned", "event:05"], ["denied", "event:06"], ["possible", "event:07"]])
    equal(standing + " looks its own", await page.$$eval(`g.item.${standing}`, (items) => items.map((i) => i.dataset.event)), [id]);
  equal("fuzzy ends", await page.locator('g.item[data-event="event:04"] rect.fade').count(), 1);
  equal("conflicts are marked and tied", [await page.locator("g.item .badge").count(), await page.locator(".arcs path").count()], [2, 1]);
  await page.selectOption("#lanes", "language");
  equal("lane names", await page.$$eval(".lane-names text", (t) => t.map((x) => x.textContent).sort()), ["English", "French", "German", "Spanish"]);
  await page.selectOption("#lanes", "none");

  await page.click('g.item[data-event="event:03"] .label');
  const details = () => page.textContent("#details");
  const text = await details();
  for (const words of ["Rutas del Sur and Puerto Claro sign an agreement", "21 January 2025", "According to Inés Vega", "El martes (21) Rutas del Sur firmó un acuerdo",
    "martes (21)” is the Tuesday", "Diario del Puerto", "Spanish", "German", "at least 500,000,000 EUR", "according to “Hafenkreise”"])
    equal("details say " + words, text.includes(words), true);
  equal("language of a quotation", await page.getAttribute('#details blockquote p:has-text("firmó")', "lang"), "es");
  await until(page, "location.hash.includes('event')");
  equal("permalink", await page.evaluate("location.hash"), "#lanes=none&event=event%3A03");
  await page.keyboard.press("Escape");
  await page.click('g.item[data-event="event:07"] .label');
  equal("both sides of a conflict", await page.$$eval(".sides .side > button", (b) => b.map((x) => x.textContent)),
    ["First ship of Rutas del Sur arrives", "First ship of Rutas del Sur arrives in March"]);

  await page.fill("#search", "vorkaufsrecht");
  await until(page, "document.querySelector('#summary').textContent.startsWith('1 of 9')");
  equal("search reads the sentences", await shown(), ["event:04"]);
  await page.fill("#search", "no such words");
  await until(page, "document.querySelector('#summary').textContent.startsWith('0 of 9')");
  equal("says that nothing matches", await page.textContent(".nothing"), "No event matches. “Clear” shows all again.");
  await page.fill("#search", "quarrel");
  await until(page, "document.querySelector('#summary').textContent.startsWith('1 of 9')");
  equal("says where events without a date stand", await page.textContent(".nothing"), "None of these events has a date: they stand below.");
  await page.click("#clear");
  equal("says nothing where something is", await page.textContent(".nothing"), "");
  await page.click('#filters input[data-key="standing:planned"]');
  equal("filter", await shown(), ["event:05"]);
  await page.click("#export-menu summary");
  await page.click("#title");
  equal("a click beside the menu shuts it", await page.evaluate("document.getElementById('export-menu').open"), false);
  const [download] = await Promise.all([page.waitForEvent("download"), page.evaluate("document.querySelector('[data-save=json]').click()")]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  equal("the selection is saved", [saved.schema, saved.events.map((e) => e.id)], ["timeloom/timeline/1", ["event:05"]]);
  await page.click("#clear");
  equal("filters cleared", (await shown()).length, 8);

  const graph = () => page.$$eval("#graph-list li", (items) => items.map((i) => i.textContent));
  await page.evaluate("const s = document.getElementById('asof'); s.value = Date.UTC(2023, 0, 1) / 86400000; s.dispatchEvent(new Event('input'))");
  equal("the graph as of 1 January 2023", await graph(), ["Nordlinie – exclusive provider of – Puerto Claro (1 March 2020 – 21 January 2025, asserted)"]);
  equal("its day", await page.textContent("#asof-day"), "1 January 2023");
  await page.evaluate("const s = document.getElementById('asof'); s.value = Date.UTC(2026, 0, 1) / 86400000; s.dispatchEvent(new Event('input'))");
  equal("the graph as of 1 January 2026", await graph(), ["Nordlinie – has right of first refusal over – Puerto Claro (21 January 2025 – about 2029, asserted)"]);

  await page.focus("#lanes-view");
  await page.keyboard.press("Home");
  const active = async () => page.evaluate("document.getElementById(document.getElementById('lanes-view').getAttribute('aria-activedescendant'))?.dataset.event");
  equal("keyboard: first", typeof (await active()), "string");
  const first = await active();
  await page.keyboard.press("ArrowRight");
  equal("keyboard: next", (await active()) !== first, true);
  await page.keyboard.press("Enter");
  equal("keyboard: Enter opens", (await page.textContent("#details h2")).length > 0 && await page.evaluate("document.activeElement.id"), "details");
  equal("screen readers hear", await page.getAttribute('g.item[data-event="event:06"]', "aria-label"),
    "February 2025: Nordlinie sells its fleet. sale, denied, 1 source");
  equal("axe-core, light", await violations(page), []);
  equal("problems", page.problems, []);
  await page.close();

  const dark = await openPage(browser, { colorScheme: "dark" });
  await dark.goto(address(folder, "#lanes=type&event=event%3A07&q=ship"));
  await ready(dark);
  equal("a permalink opens what it names", [await dark.inputValue("#search"), await dark.inputValue("#lanes"), await dark.textContent("#details h2")],
    ["ship", "type", "First ship of Rutas del Sur arrives"]);
  equal("dark", await dark.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(20, 24, 29)");
  equal("axe-core, dark", await violations(dark), []);
  await dark.emulateMedia({ media: "print" });
  await dark.evaluate("dispatchEvent(new Event('beforeprint'))");
  equal("print lists the events", await dark.locator("#print-list article").count(), 3);
  equal("print shows every lane, under its axis", await dark.locator("#print-lanes figure").count(), await dark.locator(".lane-names g").count());
  await dark.close();

  const phone = await openPage(browser, { viewport: { width: 390, height: 800 } });
  await phone.goto(address(folder));
  await ready(phone);
  equal("no sideways scrolling on a phone", await phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  equal("axe-core, phone", await violations(phone), []);
  await phone.close();
}

async function large(browser, folder) {
  const page = await openPage(browser);
  await page.goto(address(folder, "#lanes=type"));
  await ready(page);
  const count = story(folder).events.length;
  await overlaps(page);
  equal("summary of many", (await page.textContent("#summary")).startsWith(count + " events"), true);
  // Twenty steps of zooming and twenty days of the slider, each drawn: processor time a frame, which company does not lengthen.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const used = async () => (await devtools.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
  const drawn = async (step) => {
    const begun = await used();
    await page.evaluate(`(async () => { for (let i = 0; i < 20; ++i) { ${step}; await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))); } })()`);
    return (await used() - begun) / 20;
  };
  const zoomed = await drawn(`document.querySelector("#lanes-view svg").dispatchEvent(new WheelEvent("wheel", { deltaY: -40, clientX: 700, clientY: 300, bubbles: true, cancelable: true }))`);
  const slid = await drawn(`const day = document.getElementById("asof"); day.value = +day.min + (day.max - day.min) * i / 20; day.dispatchEvent(new Event("input"))`);
  console.log(`${count} events: ${zoomed.toFixed(1)} ms a frame while zooming, ${slid.toFixed(1)} while time moves`);
  equal("smooth with many", zoomed < 50 && slid < 50, true);
  equal("problems with many", page.problems, []);
  await page.close();
}

const browser = await launch();
try {
  for (const folder of folders)
    if (existsSync(join(folder, "timeline.html"))) await ({ sample, many: large }[basename(folder)] ?? real)(browser, folder);
} finally {
  await browser.close();
}
end();
