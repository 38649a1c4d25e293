// The graph of the selection as of a day: what holds on it is drawn in full, what lies behind it faintly.

const MOST_NODES = 36, ROOM = 9000; // square pixels that a node with its name needs, so that no two overlap
const graph = { nodes: [], links: [], width: 600, height: 320, playing: null };
const graphSvg = d3.select("#graph-view").append("svg");
const graphRoot = graphSvg.append("g");
const linkLayer = graphRoot.append("g"), nodeLayer = graphRoot.append("g");
const graphZoom = d3.zoom().scaleExtent([0.3, 5]).filter(() => !d3.event.button && (d3.event.type !== "wheel" || d3.event.ctrlKey))
  .on("zoom", () => graphRoot.attr("transform", d3.event.transform));
graphSvg.call(graphZoom).on("dblclick.zoom", null);

function buildGraph() {
  const degree = new Map(), pairs = selection.flatMap(bindings);
  selection.forEach((e) => e.entities.forEach((id) => degree.set(id, (degree.get(id) || 0) + 1)));
  measureGraph();
  const most = Math.min(MOST_NODES, Math.max(12, Math.floor(graph.width * graph.height / ROOM)));
  const keep = new Set([...degree].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map((p) => p[0]));
  const old = new Map(graph.nodes.map((n) => [n.id, n]));
  graph.nodes = [...keep].map((id) => Object.assign(old.get(id) || { id }, { entity: entities.get(id), degree: degree.get(id) }));
  const links = new Map();
  pairs.forEach((pair) => {
    if (!keep.has(pair.from) || !keep.has(pair.to)) return;
    const key = [pair.from, pair.to].sort().join("\n");
    if (!links.has(key)) links.set(key, { key, source: pair.from, target: pair.to, pairs: [] });
    links.get(key).pairs.push(pair);
  });
  graph.links = [...links.values()];
  graph.hidden = degree.size - keep.size;
  placeGraph();
  drawGraph();
}

function measureGraph() {
  const box = document.getElementById("graph-view");
  graph.width = box.clientWidth || 600;
  graph.height = box.clientHeight || 320;
  graphSvg.attr("width", graph.width).attr("height", graph.height).attr("viewBox", `0 0 ${graph.width} ${graph.height}`);
}

/** The places are settled once for all days, so that a node stays where it is while time moves. */
function placeGraph() {
  const simulation = d3.forceSimulation(graph.nodes)
    .force("link", d3.forceLink(graph.links).id((n) => n.id).distance(130).strength(0.5))
    .force("charge", d3.forceManyBody().strength(-420))
    .force("collide", d3.forceCollide(42))
    .force("x", d3.forceX(graph.width / 2).strength(0.05)).force("y", d3.forceY(graph.height / 2).strength(0.16)).stop();
  for (let i = 0; i < 240; ++i) simulation.tick();
  // Fill the box, stretching what the simulation left narrow.
  const fit = (name, low, high) => {
    const [from, to] = d3.extent(graph.nodes, (n) => n[name]);
    const k = Math.min(2.4, (high - low) / Math.max(1, to - from));
    graph.nodes.forEach((n) => { n[name] = (low + high) / 2 + k * (n[name] - (from + to) / 2); });
  };
  const side = Math.min(90, graph.width / 5);
  if (graph.nodes.length) { fit("x", side, graph.width - side); fit("y", 34, graph.height - 48); }
  separate();
  graphSvg.call(graphZoom.transform, d3.zoomIdentity);
}

const radius = (n) => Math.min(26, 8 + 3 * Math.sqrt(n.degree));
const nameOf = (n) => shorten(n.entity ? n.entity.name : n.id, graph.width < 500 ? 16 : 26);

/** Whether a label of half the width in the middle of a link would lie under a node or its name. */
function hidden(a, b, half) {
  const middle = [(a.x + b.x) / 2, (a.y + b.y) / 2], long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return [-1, -0.5, 0, 0.5, 1].some((part) => {
    const x = middle[0] + (b.x - a.x) * part * half / long, y = middle[1] + (b.y - a.y) * part * half / long - 9;
    return graph.nodes.some((n) => Math.hypot(x - n.x, y - n.y) < radius(n) + 7 ||
      (Math.abs(x - n.x) < n.half + 4 && y > n.y + radius(n) - 4 && y < n.y + radius(n) + 23));
  });
}

/** Pushes nodes apart, with the names below them, until no two of these boxes overlap or there is no room. */
function separate() {
  graph.nodes.forEach((n) => { n.half = Math.max(2 * radius(n), labelWidth(nameOf(n)) * 1.06) / 2 + 3; });
  const boxes = graph.nodes.map((n) => ({ n, w: n.half, h: radius(n) + 10 }));
  for (let round = 0, moved = true; moved && round < 600; ++round) {
    moved = false;
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      const dx = b.n.x - a.n.x, dy = b.n.y - a.n.y;
      const overX = a.w + b.w - Math.abs(dx), overY = a.h + b.h - Math.abs(dy);
      if (overX <= 0 || overY <= 0) return;
      moved = true;
      // Along the axis that needs less; in a box that is wider than high, a little sooner sideways.
      const [axis, over, way] = overX < overY * 1.5 ? ["x", overX, dx < 0 ? -1 : 1] : ["y", overY, dy < 0 ? -1 : 1];
      a.n[axis] -= way * over / 2;
      b.n[axis] += way * over / 2;
    }));
    boxes.forEach(({ n, w }) => {
      n.x = Math.max(w, Math.min(graph.width - w, n.x));
      n.y = Math.max(radius(n) + 4, Math.min(graph.height - radius(n) - 22, n.y));
    });
  }
}

/** "now": holds or happens on the day; "past": began before it; "": not yet. No day: everything. */
function standsOn(event, day) {
  if (day === null) return "now";
  const begin = event.startEarliest !== null ? event.startEarliest : event.first;
  if (begin === null || begin > day) return "";
  if (!event.span) return "past";
  const end = event.endLatest !== null ? event.endLatest : event.endEarliest;
  return end === null || end >= day ? "now" : "past";
}

function drawGraph() {
  const day = state.asof;
  const linkState = (link) => {
    const live = link.pairs.map((p) => ({ pair: p, when: standsOn(p.event, day) })).filter((p) => p.when);
    return { live, when: live.some((p) => p.when === "now") ? "now" : live.length ? "past" : "" };
  };
  const present = new Set();
  selection.forEach((e) => { if (standsOn(e, day)) e.entities.forEach((id) => present.add(id)); });
  const shown = graph.links.map((link) => ({ link, ...linkState(link) })).filter((l) => l.when);
  const lines = linkLayer.selectAll("g").data(shown, (d) => d.link.key).join((enter) => {
    const g = enter.append("g");
    g.append("line");
    g.append("text");
    g.on("click", (d) => open(d.live[d.live.length - 1].pair.event.id));
    return g;
  });
  lines.each(function (d) {
    const best = d.live.filter((p) => p.when === d.when).pop().pair;
    const { source: a, target: b } = d.link;
    const g = d3.select(this).attr("class", `link ${d.when} ${best.event.standing} c${colourOf(best.event.type)}`);
    g.select("line").attr("x1", a.x).attr("y1", a.y).attr("x2", b.x).attr("y2", b.y)
      .attr("stroke-width", Math.min(7, 1.5 + Math.sqrt(d.live.length)));
    let angle = Math.atan2(b.y - a.y, b.x - a.x) * 180 / Math.PI;
    if (angle > 90 || angle < -90) angle += 180;
    const more = d.live.length - 1, room = (Math.hypot(b.x - a.x, b.y - a.y) - 60) / 6.2;
    g.select("text").text(room < 6 || hidden(a, b, Math.min(room, best.label.length) * 3) ? "" : shorten(best.label, Math.floor(room) - (more ? 3 : 0)) + (more ? " +" + more : ""))
      .attr("transform", `translate(${(a.x + b.x) / 2},${(a.y + b.y) / 2}) rotate(${angle}) translate(0,-5)`);
  });
  // Labels on few links; on many, the one pointed at.
  linkLayer.attr("class", shown.length > 12 ? "crowded" : null);
  const nodes = nodeLayer.selectAll("g").data(graph.nodes, (n) => n.id).join((enter) => {
    const g = enter.append("g");
    g.append("circle");
    g.append("text");
    g.append("title");
    g.on("click", (n) => { const set = state.chosen.entity; if (set.has(n.id)) set.delete(n.id); else set.add(n.id); update(); });
    return g;
  });
  nodes.attr("class", (n) => `node ${n.entity ? n.entity.type : "other"}` + (present.has(n.id) ? "" : " absent") + (state.chosen.entity.has(n.id) ? " chosen" : ""))
    .attr("transform", (n) => `translate(${n.x},${n.y})`);
  nodes.select("circle").attr("r", radius);
  nodes.select("text").attr("y", (n) => radius(n) + 13).text(nameOf);
  nodes.select("title").text((n) => `${n.entity ? n.entity.name : n.id}: ${n.degree} events. Click to filter.`);
  const slider = d3.select("#asof");
  slider.property("value", day === null ? slider.attr("max") : Math.floor(day / DAY));
  const label = day === null ? "all time" : dayWords(day);
  d3.select("#asof-day").text(label);
  slider.attr("aria-valuetext", label);
  const now = shown.filter((l) => l.when === "now");
  const sentences = now.flatMap((l) => l.live.filter((p) => p.when === "now").map(({ pair }) =>
    `${entities.get(pair.from).name} – ${pair.label} – ${entities.get(pair.to).name} (${pair.event.words}, ${pair.event.standing})`));
  d3.select("#graph-list").selectAll("li").data(sentences.slice(0, 100)).join("li").text((t) => t);
  d3.select("#graph-hidden").text(graph.hidden > 0 ? `the ${graph.nodes.length} most told of ${graph.nodes.length + graph.hidden}` : "");
  d3.select("#graph-view").attr("aria-label", `Graph of ${present.size} entities and ${now.length} relations, ${label}` +
    (graph.hidden > 0 ? `; ${graph.hidden} less prominent entities are left out` : ""));
}

function setupAsof() {
  const from = Math.floor(firstDay / DAY), to = Math.ceil(lastDay / DAY);
  d3.select("#asof").attr("min", from).attr("max", to + 1).attr("step", 1).on("input", function () {
    setAsof(+this.value > to ? null : +this.value * DAY);
  });
  d3.select("#play").on("click", () => {
    if (graph.playing) return stopPlaying();
    const days = [...new Set(selection.filter((e) => e.dated).flatMap((e) => [e.startEarliest !== null ? e.startEarliest : e.first, e.span ? e.endLatest : null])
      .filter((t) => t !== null))].sort((a, b) => a - b);
    let at = state.asof === null ? 0 : days.findIndex((t) => t > state.asof);
    if (at < 0) at = 0;
    d3.select("#play").text("❚❚").attr("aria-label", "Pause");
    const step = () => {
      if (at >= days.length) { setAsof(null); return stopPlaying(); }
      setAsof(days[at++]);
      graph.playing = setTimeout(step, Math.max(250, Math.min(1100, 16000 / days.length)));
    };
    graph.playing = setTimeout(step, 0);
  });
}
function stopPlaying() {
  clearTimeout(graph.playing);
  graph.playing = null;
  d3.select("#play").text("▶").attr("aria-label", "Play through time");
}
function setAsof(day) {
  state.asof = day;
  drawGraph();
  drawLanes();
  writeFragment();
}
