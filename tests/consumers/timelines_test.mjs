// TimelineJS and vis-timeline show their files in Chromium: every dated event, none dropped, with its dates.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installed, launch, openPage } from "./browser.mjs";
import { end, equal, extent, folders, read, skip, story } from "./expected.mjs";

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }
const module_ = (name) => fileURLToPath(new URL("node_modules/" + name, import.meta.url));
const place = mkdtempSync(join(tmpdir(), "timeloom-timelines-"));
const script = (path) => `<script>${readFileSync(path, "utf8").replaceAll("</script", "<\\/script")}</script>`;
const json = (text) => text.replaceAll("<", "\\u003c");
const browser = await launch();
try {
  for (const folder of folders) {
    const events = story(folder).events;
    const dated = events.filter(extent);

    const vis = await openPage(browser, { timezoneId: "America/Lima" });
    writeFileSync(join(place, "vis.html"), `<!DOCTYPE html><meta charset="utf-8"><div id="t"></div>
      ${script(module_("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"))}
      <script>const data = ${json(read(folder, "vis-timeline.json"))};
      const timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(data.items), new vis.DataSet(data.groups), { moment: (d) => vis.moment(d).utc() });
      window.shown = () => timeline.itemsData.get().map((i) => [i.id, new Date(i.start).getTime(), i.end ? new Date(i.end).getTime() : null]);</script>`);
    await vis.goto("file://" + join(place, "vis.html"));
    const shown = await vis.evaluate("shown()");
    equal("vis-timeline: items", shown.map((i) => i[0]), dated.map((e) => e.id));
    equal("vis-timeline: all have a time", shown.every((i) => Number.isFinite(i[1]) && (i[2] === null || i[2] > i[1])), true);
    equal("vis-timeline: problems", vis.problems, []);
    if (basename(folder) === "sample") {
      await vis.waitForSelector(".vis-item");
      equal("vis-timeline: drawn", await vis.locator(".vis-item.vis-point, .vis-item.vis-range").count(), dated.length);
      const at = Object.fromEntries(shown.map(([id, from, to]) => [id, [new Date(from).toISOString(), to && new Date(to).toISOString()]]));
      equal("vis-timeline: a day is that day in every time zone", at["event:03"], ["2025-01-21T00:00:00.000Z", null]);
      equal("vis-timeline: a state ends after its last day", at["event:02"], ["2020-03-01T00:00:00.000Z", "2025-01-22T00:00:00.000Z"]);
      equal("vis-timeline: standing is a class", await vis.locator(".vis-item.planned").count() > 0, true);
    }
    await vis.close();

    if (basename(folder) !== "sample") continue; // TimelineJS is made for tens of slides
    const js = await openPage(browser);
    writeFileSync(join(place, "tljs.html"), `<!DOCTYPE html><meta charset="utf-8"><style>${readFileSync(module_("@knight-lab/timelinejs/dist/css/timeline.css"), "utf8")}</style>
      <div id="t" style="width:1200px;height:700px"></div>${script(module_("@knight-lab/timelinejs/dist/js/timeline.js"))}
      <script>window.timeline = new TL.Timeline("t", ${json(read(folder, "timelinejs.json"))}, { hash_bookmark: false });</script>`);
    await js.goto("file://" + join(place, "tljs.html"));
    await js.waitForSelector(".tl-slide");
    const slides = await js.evaluate(`timeline.config.events.map((e) => [e.unique_id, e.start_date.getTime(), e.end_date ? e.end_date.getTime() : null])`);
    equal("TimelineJS: slides", slides.map((s) => s[0]).sort(), dated.map((e) => e.id).sort());
    equal("TimelineJS: drawn, with the title slide", await js.locator(".tl-slide").count(), dated.length + 1);
    equal("TimelineJS: markers", await js.locator(".tl-timemarker").count(), dated.length);
    const dates = await js.locator(".tl-slide .tl-headline-date").allTextContents();
    for (const words of ["about 2019", "1 March 2020 – 21 January 2025", "21 January 2025", "by 21 January 2025", "from 2026"])
      equal("TimelineJS says " + words, dates.includes(words), true);
    const ends = Object.fromEntries(slides.map((s) => [s[0], s[2] && new Date(s[2]).getFullYear()]));
    equal("TimelineJS keeps the ends", [ends["event:02"], ends["event:04"]], [2025, 2029]);
    await js.close();
  }
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
end();
