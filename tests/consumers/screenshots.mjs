// Takes the pictures of docs/page.md, of one story each: node screenshots.mjs FOLDER_OF_EXPORTS FOLDER_FOR_PICTURES
import { join, resolve } from "node:path";
import { launch, openPage } from "./browser.mjs";
import { read, story } from "./expected.mjs";
import { showTimelinejs, showVis } from "./timelines.mjs";

const [folder, out] = process.argv.slice(2);
const browser = await launch();
const taken = async (name, show, options) => {
  const page = await openPage(browser, { viewport: { width: 1200, height: 700 }, ...options });
  await show(page);
  await page.waitForTimeout(1500); // both libraries move into place
  await page.screenshot({ path: join(out, name) });
  console.log(name, page.problems);
  await page.close();
};
const ours = (fragment) => async (page) => {
  await page.goto("file://" + resolve(folder, "timeline.html") + fragment);
  await page.waitForSelector("html[data-ready]");
};
const { events, conflicts } = story(folder);
await taken("page.png", ours("#event=" + encodeURIComponent(events.find((e) => e.type === "right-of-first-refusal").id)), { viewport: { width: 1280, height: 800 } });
await taken("page-dark.png", ours("#lanes=type&event=" + encodeURIComponent(conflicts[0].about[0])), { viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
await taken("page-phone.png", ours(""), { viewport: { width: 390, height: 844 } });
await taken("timelinejs.png", async (page) => { await showTimelinejs(page, read(folder, "timelinejs.json")); await page.waitForSelector(".tl-slide"); await page.evaluate("timeline.goToNext()"); });
await taken("vis-timeline.png", (page) => showVis(page, read(folder, "vis-timeline.json"), '{ height: "700px" }'));
await browser.close();
