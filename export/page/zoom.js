// What part of time is in view: zooming, all of time in small, and what lies outside.

/** All of time in small, with the part in view. */
const overview = d3.select("#overview").append("svg").attr("height", 44);
const overviewBars = overview.append("g"), overviewYears = overview.append("g"), overviewBrush = overview.append("g").attr("class", "brush");
const overviewX = d3.scaleUtc();
const brush = d3.brushX().on("brush end", () => {
  if (!d3.event.sourceEvent || d3.event.sourceEvent.type === "zoom") return;
  if (d3.event.selection) setDomain(d3.event.selection.map((p) => +overviewX.invert(p)));
});
let overviewKey = "";
function drawOverview() {
  overviewX.domain(horizon).range([GUTTER, view.width - 12]);
  const key = view.width + "|" + selection.length + "|" + (selection[0] || { id: "" }).id + (selection[selection.length - 1] || { id: "" }).id;
  if (key !== overviewKey) {
    overviewKey = key;
    const bins = new Array(160).fill(0), step = (horizon[1] - horizon[0]) / bins.length;
    selection.forEach((e) => { if (e.dated) ++bins[Math.min(159, Math.max(0, Math.floor((e.first - horizon[0]) / step)))]; });
    const most = d3.max(bins) || 1;
    overview.attr("width", view.width);
    overviewBars.selectAll("rect").data(bins).join("rect").attr("x", (_, i) => overviewX(horizon[0] + i * step))
      .attr("width", Math.max(1, (view.width - GUTTER) / bins.length - 1))
      .attr("y", (n) => 38 - 30 * Math.sqrt(n / most)).attr("height", (n) => 30 * Math.sqrt(n / most));
    const years = overviewX.ticks(d3.utcYear.every(Math.max(1, Math.ceil(60 * d3.utcYear.count(...horizon) / Math.max(1, view.width - GUTTER))))).filter((t) => overviewX(t) < view.width - 40);
    overviewYears.selectAll("text").data(years).join("text").attr("x", (t) => overviewX(t) + 3).attr("y", 11).text((t) => t.getUTCFullYear());
    overviewYears.selectAll("line").data(years).join("line").attr("x1", overviewX).attr("x2", overviewX).attr("y2", 44);
    brush.extent([[GUTTER, 2], [view.width - 12, 42]]);
    overviewBrush.call(brush);
  }
  const [from, to] = view.x.domain().map((t) => overviewX(t));
  overviewBrush.call(brush.move, [Math.max(GUTTER, from), Math.min(view.width - 12, to)]);
}

const base = d3.scaleUtc();
view.zoom = d3.zoom().scaleExtent([0.8, 20000])
  .filter(() => !d3.event.button && (d3.event.type !== "wheel" || !d3.event.shiftKey))
  .on("zoom", () => {
    view.x = d3.event.transform.rescaleX(base);
    const e = d3.event.sourceEvent;
    if (e && e.type === "mousemove" && e.movementY) lanesView.node().scrollTop -= e.movementY;
    if (e) rememberDomain();
    schedule();
  });
svg.call(view.zoom).on("dblclick.zoom", null);

/** Where the page opens: all of time, or the shortest part of it that holds four fifths of many events, if it is a small part. */
const home = (() => {
  const days = dated.map((e) => e.first).sort((a, b) => a - b), all = horizon[1] - horizon[0];
  if (days.length < 20) return horizon;
  const span = Math.ceil(days.length * 0.8) - 1;
  const first = d3.scan(days.slice(0, days.length - span).map((day, i) => days[i + span] - day));
  const from = days[first], to = Math.max(days[first + span], from + 30 * DAY), room = (to - from) / 4;
  return to - from + 2 * room < all / 2 ? [Math.max(horizon[0], from - room), Math.min(horizon[1], to + room)] : horizon;
})();
const near = (a, b) => Math.abs(a - b) < DAY;

function rememberDomain() {
  const [from, to] = view.x.domain().map(Number);
  const athome = near(from, home[0]) && near(to, home[1]);
  state.from = athome ? null : Math.max(from, horizon[0]);
  state.to = athome ? null : Math.min(to, horizon[1]);
  writeFragment();
}
function setDomain([from, to]) {
  const [left, right] = base.range(), full = base.domain().map(Number);
  const k = (full[1] - full[0]) / Math.max(DAY / 4, to - from);
  const transform = d3.zoomIdentity.translate(left - k * (left + (from - full[0]) / (full[1] - full[0]) * (right - left)), 0).scale(k);
  svg.call(view.zoom.transform, transform);
  rememberDomain();
}
function zoomBy(factor) { svg.transition().duration(180).call(view.zoom.scaleBy, factor); setTimeout(rememberDomain, 220); }
function fit() { svg.transition().duration(250).call(view.zoom.transform, d3.zoomIdentity); setTimeout(rememberDomain, 290); }

/** The button that shows all of time says how many events of the selection lie outside of what is in view. */
function drawFit() {
  const [from, to] = view.x.domain().map(Number);
  const away = (e) => e.span ? (e.endLatest !== null && e.endLatest < from) || (e.startEarliest !== null && e.startEarliest > to)
    : e.last <= from || e.first >= to;
  const outside = selection.filter((e) => e.dated && away(e)).length;
  d3.select("[data-zoom=fit]").text(outside ? `Fit (${outside} outside)` : "Fit")
    .attr("title", "Show all of time");
}

function resizeTimeline() {
  view.width = Math.max(320, lanesView.node().clientWidth);
  base.domain(horizon).range([GUTTER, view.width - 12]);
  view.zoom.extent([[GUTTER, 0], [view.width - 12, 300]]);
  if (state.from !== null && state.to !== null) setDomain([state.from, state.to]);
  else setDomain(home);
}
function centre(event) {
  const [from, to] = view.x.domain().map(Number);
  setDomain([event.first - (to - from) / 2, event.first + (to - from) / 2]);
}
