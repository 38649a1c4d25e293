// Ties the parts together: one update() after every choice.

function update() {
  select();
  view.lanes = makeLanes();
  view.active = -1;
  document.getElementById("lanes").value = state.lanes;
  const total = events.length, shown = selection.length;
  d3.select("#summary").text(`${shown === total ? total : shown + " of " + total} event${total === 1 ? "" : "s"} · ${entities.size} entities · ` +
    `${documents.size} document${documents.size === 1 ? "" : "s"} · ${[...new Set(story.documents.map((d) => d.language).filter(Boolean))].sort().join(", ")}`);
  drawFilters();
  drawUndated();
  resizeTimeline();
  layout();
  drawLanes();
  buildGraph();
  drawDetails();
  writeFragment();
}

function nameStory() {
  const count = new Map();
  events.forEach((e) => e.entities.forEach((id) => count.set(id, (count.get(id) || 0) + 1)));
  const most = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3).map(([id]) => (entities.get(id) || { name: id }).name);
  const title = most.length > 1 ? most.slice(0, -1).join(", ") + " and " + most[most.length - 1] : most[0] || "Timeline";
  document.title = title + " – timeline";
  d3.select("#title").text(title);
}

let typing = 0;
d3.select("#search").on("input", function () {
  clearTimeout(typing);
  typing = setTimeout(() => { state.query = this.value.trim(); update(); }, 120);
});
d3.select("#lanes").on("change", function () { state.lanes = this.value; update(); });
d3.selectAll("[data-zoom]").on("click", function () {
  const way = this.dataset.zoom;
  if (way === "fit") fit(); else zoomBy(way === "in" ? 1.8 : 1 / 1.8);
});
d3.select("#toggle-filters").on("click", function () {
  const shut = document.getElementById("layout").classList.toggle("no-filters");
  this.setAttribute("aria-expanded", String(!shut));
  update();
});
d3.select("#theme").on("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
addEventListener("keydown", (e) => {
  const typingIn = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === "/" && !typingIn) { e.preventDefault(); document.getElementById("search").focus(); }
  if (e.key === "Escape") {
    document.getElementById("export-menu").open = false;
    if (state.event && !typingIn) { open(null); document.getElementById("lanes-view").focus(); }
  }
});
addEventListener("click", (e) => {
  const menu = document.getElementById("export-menu");
  if (!menu.contains(e.target) || e.target.closest("button")) menu.open = false;
});
let resizing = 0;
addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(update, 120); });
addEventListener("hashchange", () => { readFragment(); document.getElementById("search").value = state.query; update(); showChosen("auto"); });

if (innerWidth < 1100) { document.getElementById("layout").classList.add("no-filters"); document.getElementById("toggle-filters").setAttribute("aria-expanded", "false"); }
nameStory();
readFragment();
document.getElementById("search").value = state.query;
drawLegend();
setupAsof();
update();
showChosen("auto");
document.documentElement.dataset.ready = "yes";
