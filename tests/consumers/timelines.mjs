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

/** vis-timeline in UTC, as `timeline` and `drawn()`: each item that it has drawn, with its days, its text, its tooltip and its classes. */
export const showVis = (page, file, options = "{}") => show(page, "vis.html", `${style("vis-timeline/styles/vis-timeline-graph2d.min.css")}<div id="t"></div>
  ${script("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js")}
  <script>const data = ${json(file)};
  const timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(data.items), new vis.DataSet(data.groups), { moment: (d) => vis.moment(d).utc(), ...${options} });
  const textOf = (html) => { const holder = document.createElement("div"); holder.innerHTML = html; return holder.textContent; };
  window.drawn = () => Object.values(timeline.itemSet.items).filter((item) => item.displayed && item.dom.box?.isConnected || item.dom?.point?.isConnected).map(({ id, data, dom }) => ({
    id, start: new Date(data.start).getTime(), end: data.end ? new Date(data.end).getTime() : null, text: dom.content.textContent, tooltip: textOf(data.title),
    classes: [...(dom.box ?? dom.point).classList].filter((name) => !name.startsWith("vis-")) }));</script>`);

/** TimelineJS, as `timeline` and `drawn()`: each slide but the title's, with its dates, headline and text. */
export const showTimelinejs = (page, file) => show(page, "timelinejs.html", `${style("@knight-lab/timelinejs/dist/css/timeline.css")}
  <div id="t" style="width:1200px;height:700px"></div>${script("@knight-lab/timelinejs/dist/js/timeline.js")}
  <script>window.timeline = new TL.Timeline("t", ${json(file)}, { hash_bookmark: false });
  const day = (date) => { const d = date?.data.date_obj; return d ? [d.getFullYear(), d.getMonth() + 1, d.getDate()] : null; };
  const part = (slide, name) => slide.querySelector(name)?.textContent ?? "";
  window.drawn = () => timeline._storyslider._slides.filter(({ data }) => data.start_date).map(({ data, _el }) => ({
    id: data.unique_id, start: day(data.start_date), end: day(data.end_date), date: part(_el.container, ".tl-headline-date"),
    headline: part(_el.container, ".tl-headline"), text: part(_el.container, ".tl-text-content") }));</script>`);
