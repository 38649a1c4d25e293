// What is shown: the state of all choices, kept in the URL's fragment, and the facets at the left.

const facets = {
  standing: { title: "Status", values: (e) => [e.standing], name: (v) => v },
  entity: { title: "Entities", values: (e) => e.entities, name: (v) => (entities.get(v) || { name: v }).name },
  type: { title: "Types", values: (e) => [e.type], name: words },
  source: { title: "Sources", values: (e) => e.documents, name: (v) => sourceName(documents.get(v) || { uri: v }) },
  language: { title: "Languages", values: (e) => e.languages, name: languageName },
};

const state = {
  lanes: "entity", query: "", minimum: 1, from: null, to: null, event: null, asof: null, disputed: false,
  chosen: Object.fromEntries(Object.keys(facets).map((name) => [name, new Set()])),
};

function readFragment() {
  const read = new URLSearchParams(location.hash.slice(1));
  const lanes = read.get("lanes");
  state.lanes = lanes === "none" || facets[lanes] && lanes !== "standing" ? lanes : "entity";
  state.query = read.get("q") || "";
  state.minimum = Math.max(1, +read.get("sources") || 1);
  state.disputed = read.has("disputed");
  state.from = parseDay(read.get("from"));
  state.to = parseDay(read.get("to"));
  state.asof = parseDay(read.get("asof"));
  state.event = eventById.has(read.get("event")) ? read.get("event") : null;
  Object.keys(facets).forEach((name) => { state.chosen[name] = new Set(read.getAll(name)); });
}

let fragmentTimer = 0;
function writeFragment() {
  clearTimeout(fragmentTimer); // browsers limit how often the address may change
  fragmentTimer = setTimeout(() => {
    const out = new URLSearchParams();
    if (state.lanes !== "entity") out.set("lanes", state.lanes);
    if (state.query) out.set("q", state.query);
    if (state.minimum > 1) out.set("sources", state.minimum);
    if (state.disputed) out.set("disputed", "1");
    if (state.from !== null) out.set("from", isoDay(state.from));
    if (state.to !== null) out.set("to", isoDay(state.to));
    if (state.asof !== null) out.set("asof", isoDay(state.asof));
    Object.keys(facets).forEach((name) => state.chosen[name].forEach((value) => out.append(name, value)));
    if (state.event) out.set("event", state.event);
    const hash = out.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }, 150);
}

function passes(event, except) {
  if (event.sources < state.minimum && state.minimum > 1) return false;
  if (state.disputed && !event.conflicts.length) return false;
  for (const name in facets) {
    const chosen = state.chosen[name];
    if (name !== except && chosen.size && !facets[name].values(event).some((v) => chosen.has(v))) return false;
  }
  return !state.query || fold(state.query).split(/\s+/).every((word) => event.haystack.includes(word));
}

let selection = events;
function select() { selection = events.filter((e) => passes(e)); }

function drawFilters() {
  const root = d3.select("#filters");
  const open = new Set();
  root.selectAll("details[open]").each(function () { open.add(this.dataset.facet); });
  const first = root.selectAll("details").empty();
  const focused = document.activeElement && document.activeElement.dataset && document.activeElement.dataset.key;
  const scroll = root.node().scrollTop;
  root.html("");
  const active = Object.values(state.chosen).some((s) => s.size) || state.query || state.minimum > 1 || state.disputed;
  const head = root.append("div").attr("class", "filter-head");
  head.append("h2").text("Filters");
  head.append("button").attr("type", "button").attr("id", "clear").property("disabled", !active).text("Clear")
    .on("click", () => {
      Object.values(state.chosen).forEach((s) => s.clear());
      state.query = ""; state.minimum = 1; state.disputed = false;
      document.getElementById("search").value = "";
      update();
    });
  for (const name in facets) {
    const facet = facets[name];
    const counts = new Map();
    events.forEach((e) => { if (passes(e, name)) facet.values(e).forEach((v) => counts.set(v, (counts.get(v) || 0) + 1)); });
    state.chosen[name].forEach((v) => { if (!counts.has(v)) counts.set(v, 0); });
    const rows = [...counts].sort(name === "standing"
      ? (a, b) => standings.indexOf(a[0]) - standings.indexOf(b[0])
      : (a, b) => b[1] - a[1] || (facet.name(a[0]) < facet.name(b[0]) ? -1 : 1));
    const group = root.append("details").attr("data-facet", name);
    if (first ? name !== "source" && name !== "language" : open.has(name)) group.attr("open", "");
    group.append("summary").text(facet.title);
    const shown = rows.filter((row, i) => i < 12 || state.chosen[name].has(row[0]));
    const line = group.append("ul").selectAll("li").data(shown).join("li").append("label");
    line.append("input").attr("type", "checkbox").attr("data-key", (d) => name + ":" + d[0])
      .property("checked", (d) => state.chosen[name].has(d[0]))
      .on("change", function (d) {
        if (this.checked) state.chosen[name].add(d[0]); else state.chosen[name].delete(d[0]);
        update();
      });
    if (name === "standing") line.append("span").attr("class", (d) => "swatch " + d[0]).attr("aria-hidden", "true");
    if (name === "type") line.append("span").attr("class", (d) => "dot c" + colourOf(d[0])).attr("aria-hidden", "true");
    line.append("span").attr("class", "name").text((d) => facet.name(d[0]));
    line.append("span").attr("class", "count").text((d) => d[1]);
    if (rows.length > shown.length) group.append("p").attr("class", "more").text("and " + (rows.length - shown.length) + " more: search for them");
  }
  const most = d3.max(events, (e) => e.sources) || 1;
  const rest = root.append("div").attr("class", "filter-rest");
  const label = rest.append("label").text("At least ");
  label.append("input").attr("type", "number").attr("id", "minimum").attr("data-key", "minimum").attr("min", 1).attr("max", most)
    .property("value", state.minimum).on("change", function () { state.minimum = Math.max(1, +this.value || 1); update(); });
  label.append("span").text(" sources");
  const disputed = rest.append("label");
  disputed.append("input").attr("type", "checkbox").attr("id", "disputed").attr("data-key", "disputed")
    .property("checked", state.disputed).on("change", function () { state.disputed = this.checked; update(); });
  disputed.append("span").text(" Only contradictions");
  root.node().scrollTop = scroll;
  if (focused) root.selectAll("[data-key]").filter(function () { return this.dataset.key === focused; }).each(function () { this.focus(); });
}
