// How TimelineJS and vis-timeline are shown their files, as their own documents tell one to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const place = mkdtempSync(join(tmpdir(), "timeloom-timelines-"));
process.on("exit", () => rmSync(place, { recursive: true, force: true }));
const module_ = (name) => readFileSync(fileURLToPath(new URL("node_modules/" + name, import.meta.url)), "utf8");
const script = (name) => `<script>${module_(name).replaceAll("</script", "<\\/script")}</script>`;
const style = (name) => `<style>${module_(name)}</style>`;
const json = (text) => text.replaceAll("<", "\\u003c");

async function show(page, name, html) {
  writeFileSync(join(place, name), `<!DOCTYPE html><meta charset="utf-8">${html}`);
  await page.goto("file://" + join(place, name));
}

/** vis-timeline in UTC, as `timeline` and `shown()`: id, start and end of each item that it holds. */
export const showVis = (page, file, options = "{}") => show(page, "vis.html", `${style("vis-timeline/styles/vis-timeline-graph2d.min.css")}<div id="t"></div>
  ${script("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js")}
  <script>const data = ${json(file)};
  const timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(data.items), new vis.DataSet(data.groups), { moment: (d) => vis.moment(d).utc(), ...${options} });
  window.shown = () => timeline.itemsData.get().map((i) => [i.id, new Date(i.start).getTime(), i.end ? new Date(i.end).getTime() : null]);</script>`);

/** TimelineJS, as `timeline`. */
export const showTimelinejs = (page, file) => show(page, "timelinejs.html", `${style("@knight-lab/timelinejs/dist/css/timeline.css")}
  <div id="t" style="width:1200px;height:700px"></div>${script("@knight-lab/timelinejs/dist/js/timeline.js")}
  <script>window.timeline = new TL.Timeline("t", ${json(file)}, { hash_bookmark: false });</script>`);
