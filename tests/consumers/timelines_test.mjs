// TimelineJS and vis-timeline show their files in Chromium: every dated event, none dropped, with its dates.
import { basename } from "node:path";
import { installed, launch, openPage } from "./browser.mjs";
import { end, equal, extent, folders, read, skip, story } from "./expected.mjs";
import { showTimelinejs, showVis } from "./timelines.mjs";

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }
const browser = await launch();
try {
  for (const folder of folders) {
    const events = story(folder).events;
    const dated = events.filter(extent);

    const vis = await openPage(browser, { timezoneId: "America/Lima" });
    await showVis(vis, read(folder, "vis-timeline.json"));
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
    await showTimelinejs(js, read(folder, "timelinejs.json"));
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
}
end();
