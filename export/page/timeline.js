// The lanes: what happened when. Only what is in view is drawn, so that thousands of events stay smooth.

const ROW = 24, BAR = 18, GUTTER = innerWidth < 600 ? 96 : 150, AXIS = 26;
const pen = document.createElement("canvas").getContext("2d");
const labelWidths = new Map();
function labelWidth(text) {
  let width = labelWidths.get(text);
  if (width === undefined) {
    pen.font = "12.5px system-ui, sans-serif";
    labelWidths.set(text, width = pen.measureText(text).width + 4);
  }
  return width;
}
/** The text as far as it is `room` wide; `bold` letters are a little wider. */
function shortenTo(text, room, bold = 1) {
  const width = labelWidth(text) * bold;
  return width <= room ? text : shorten(text, Math.max(3, Math.floor(text.length * room / width) - 1));
}
const shorten = (text, length) => text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text;

const view = { width: 900, x: d3.scaleUtc(), zoom: null, items: [], lanes: [], height: 0, active: -1, whole: false };

/** Lanes in order, each with its events. An event stands in every lane that it belongs to. */
function makeLanes() {
  if (state.lanes === "none") return [{ key: "", name: "", events: selection.filter((e) => e.dated) }];
  const facet = facets[state.lanes];
  const chosen = state.chosen[state.lanes];
  const lanes = new Map();
  selection.forEach((event) => {
    if (!event.dated) return;
    const keys = facet.values(event).filter((v) => !chosen.size || chosen.has(v));
    (keys.length ? keys : [""]).forEach((key) => {
      if (!lanes.has(key)) lanes.set(key, { key, name: key ? facet.name(key) : "—", events: [] });
      lanes.get(key).events.push(event);
    });
  });
  const list = [...lanes.values()].sort((a, b) => (a.key === "") - (b.key === "") || b.events.length - a.events.length ||
    (a.name < b.name ? -1 : 1));
  const most = 14;
  if (list.length <= most) return list;
  const rest = { key: "", name: "others (" + (list.length - most + 1) + ")", events: [] };
  const seen = new Set();
  list.slice(most - 1).forEach((lane) => lane.events.forEach((e) => { if (!seen.has(e.id)) { seen.add(e.id); rest.events.push(e); } }));
  rest.events.sort((a, b) => a.index - b.index);
  return [...list.slice(0, most - 1), rest];
}

/** Where an event lies on the axis, in pixels: certain from `solid0` to `solid1`, fading towards `x0` and `x1`. */
function extent(event) {
  const x = view.x, open = 60;
  const { startEarliest: a, startLatest: b, endEarliest: c, endLatest: d } = event;
  if (!event.span) {
    const low = a !== null ? a : b !== null ? b : c, high = d !== null ? d : c !== null ? c : b;
    if (event.openStart || low === null) { const end = x(high + DAY); return { x0: end - open, x1: end, point: true, openStart: true }; }
    if (event.openEnd || high === null) { const start = x(low); return { x0: start, x1: start + open, point: true, openEnd: true }; }
    return { x0: x(low), x1: x(Math.max(low, high) + DAY), point: true };
  }
  // A side without an outer bound is open: it fades all the way to the edge of what is drawn.
  const edge0 = Math.min(x(horizon[0]), x.range()[0] - 1), edge1 = Math.max(x(horizon[1]), x.range()[1] + 1);
  const outer0 = a !== null ? x(a) : edge0, outer1 = d !== null ? x(d + DAY) : edge1;
  let solid0 = b !== null ? x(b) : a !== null ? x(a) : outer1, solid1 = c !== null ? x(c + DAY) : d !== null ? x(d + DAY) : solid0;
  if (solid1 < solid0) solid0 = solid1 = Math.max(outer0, Math.min(outer1, (solid0 + solid1) / 2));
  return { x0: Math.min(outer0, solid0), x1: Math.max(outer1, solid1), solid0, solid1, openStart: a === null, openEnd: d === null };
}

/** Puts marks into rows, each into the first that has room for it. */
function pack(boxes) {
  const rows = [], ends = [];
  boxes.forEach((item) => {
    const { begin } = item;
    let row = 0;
    while (row < ends.length && ends[row] > begin) ++row;
    if (row === rows.length) rows.push([]);
    rows[row].push(item);
    ends[row] = item.end + 4;
    item.row = row;
  });
  return rows;
}

/** Where there is no room for all labels, those stand that have some behind or before their mark, as far as it goes. */
function labelWhereThereIsRoom(rows) {
  const [left, right] = view.x.range(), least = 80;
  rows.forEach((row) => {
    row.sort((p, q) => p.mark0 - q.mark0);
    let end = left;
    row.forEach((item, i) => {
      if (item.inside) return void (end = Math.max(end, item.mark1));
      const badge = item.event.conflicts.length ? 18 : 0, full = labelWidth(item.text), wanted = Math.min(full, least);
      const after = Math.min(i + 1 < row.length ? row[i + 1].mark0 : right, right) - item.mark1 - 12 - badge, before = item.mark0 - end - 12 - badge;
      item.flip = after < wanted && before >= wanted;
      item.hidden = after < wanted && !item.flip;
      const room = item.flip ? before : after, width = item.hidden ? 0 : Math.min(full, room) + badge + 12;
      if (!item.hidden) item.text = shortenTo(item.text, room);
      if (item.flip) item.begin = item.mark0 - width;
      end = Math.max(end, item.mark1 + (item.flip ? 0 : width));
    });
  });
}

/** Gives each event in sight its place: its mark, its label, its row in the lane. */
function layout() {
  const [left, right] = view.x.range();
  let top = 0;
  view.items = [];
  const inSight = view.lanes.map((lane) => lane.events.map((event) => ({ event, box: extent(event), text: shorten(event.label, 64) }))
    .filter(({ box }) => box.x1 >= left - 7 && box.x0 <= right + 200)); // no label stands for a mark that is out of sight
  const labelled = d3.sum(inSight, (boxes) => boxes.length) <= 600;
  view.lanes.forEach((lane, index) => {
    const boxes = inSight[index];
    boxes.forEach((item) => {
      const { box } = item;
      const middle = (box.x0 + box.x1) / 2;
      item.mark0 = box.point && box.x1 - box.x0 < 14 ? middle - 7 : box.x0;
      item.mark1 = box.point && box.x1 - box.x0 < 14 ? middle + 7 : box.x1;
      let width = labelWidth(item.text) + (item.event.conflicts.length ? 18 : 0);
      item.inside = !box.point && Math.min(item.mark1, right) - Math.max(item.mark0, left) > width + 14;
      // Beside the right edge the label stands before its mark.
      item.flip = labelled && !item.inside && item.mark0 < right && item.mark1 + width + 8 > right && item.mark0 - width - 10 > left;
      const after = right - item.mark1 - 8, before = item.mark0 - left - 12;
      const badge = item.event.conflicts.length ? 18 : 0, within = Math.min(item.mark1, right) - Math.max(item.mark0, left) - 14;
      // A long bar that leaves no room beside it bears as much of its label as it can.
      if (labelled && !box.point && !item.inside && within > Math.max(after, before)) {
        item.inside = true;
        item.flip = false;
        item.text = shortenTo(item.text, within - badge);
      }
      if (labelled && !item.inside && !item.flip && width > after && item.mark0 < right) {
        item.flip = before > after;
        item.text = shortenTo(item.text, Math.max(before, after) - badge);
        width = labelWidth(item.text) + badge;
      }
      item.begin = item.flip ? item.mark0 - width - 10 : item.mark0;
      item.end = item.inside || item.flip ? item.mark1 : item.mark1 + (labelled ? width + 12 : 4);
    });
    // What has a place in time comes first; bars that begin nobody knows when lie below it.
    const backdrop = ({ box }) => !box.point && box.openStart;
    boxes.sort((p, q) => backdrop(p) - backdrop(q) || p.begin - q.begin || p.event.index - q.event.index);
    const rows = pack(boxes);
    if (!labelled) labelWhereThereIsRoom(rows);
    lane.top = top;
    lane.height = Math.max(1, rows.length) * ROW + 12;
    boxes.forEach((item) => { item.lane = lane; item.y = top + 6 + item.row * ROW; item.key = lane.key + "\n" + item.event.id; view.items.push(item); });
    top += lane.height;
  });
  view.height = Math.max(top, 60);
}

const lanesView = d3.select("#lanes-view");
const svg = lanesView.append("svg").attr("role", "presentation");
const defs = svg.append("defs");
const canvas = svg.append("g").attr("id", "canvas");
const zebra = canvas.append("g"), grid = canvas.append("g").attr("class", "grid"), arcs = canvas.append("g").attr("class", "arcs");
const marks = canvas.append("g").attr("class", "marks");
const nothing = canvas.append("text").attr("class", "nothing").attr("x", GUTTER).attr("y", 34);
const asofLine = canvas.append("line").attr("class", "asof-line");
const names = canvas.append("g").attr("class", "lane-names");
const axisSvg = d3.select("#axis").append("svg").attr("height", AXIS);
const axisGroup = axisSvg.append("g").attr("id", "axis-canvas").attr("transform", `translate(0,${AXIS - 1})`);

d3.range(9).forEach((c) => [["in", 0, 1], ["out", 1, 0], ["both", 0, 0]].forEach(([way, from, to]) => {
  const gradient = defs.append("linearGradient").attr("id", way + c);
  const stops = way === "both" ? [[0, 0.06], [0.5, 0.5], [1, 0.06]] : [[0, from * 0.42 + 0.02], [1, to * 0.42 + 0.02]];
  stops.forEach(([at, opacity]) => gradient.append("stop").attr("offset", at).attr("class", "c" + c).attr("stop-opacity", opacity));
}));

function drawItem(item) {
  const g = d3.select(this), { box, event } = item, c = colourOf(event.type);
  const [left, right] = view.x.range();
  const clip = (v) => Math.max(left - 40, Math.min(right + 40, v));
  let marksHtml = "";
  const rect = (kind, x0, x1, fill) => {
    x0 = clip(x0); x1 = clip(x1);
    return x1 - x0 < 0.5 ? "" : `<rect class="${kind}" x="${x0.toFixed(1)}" y="3" width="${(x1 - x0).toFixed(1)}" height="${BAR}" rx="4"${fill ? ` fill="url(#${fill}${c})"` : ""}/>`;
  };
  if (box.point) {
    const wide = box.x1 - box.x0;
    const middle = box.openStart ? box.x1 - 6 : box.openEnd ? box.x0 + 6 : (box.x0 + box.x1) / 2;
    const fuzzy = wide > 14 && (event.first + DAY < event.last || box.openStart || box.openEnd);
    if (fuzzy) marksHtml += rect("fuzz", box.x0, box.x1, box.openStart ? "in" : box.openEnd ? "out" : "both");
    else if (wide > 14) marksHtml += rect("core", box.x0, box.x1);
    if (fuzzy || wide <= 14) marksHtml += `<circle class="point${fuzzy || event.first + DAY < event.last ? " vague" : ""}" cx="${middle.toFixed(1)}" cy="12" r="6"/>`;
    if (event.standing === "denied") marksHtml += `<path class="cross" d="M${middle - 4},8l8,8m0,-8l-8,8"/>`;
  } else {
    marksHtml += rect("fade", box.x0, box.solid0, "in") + rect("core", box.solid0, box.solid1) + rect("fade", box.solid1, box.x1, "out");
    if (box.openEnd) marksHtml += `<path class="open" d="M${Math.min(clip(box.x1), right) - 8},8l4,4l-4,4"/>`;
    if (event.standing === "denied") marksHtml += `<path class="cross" d="M${clip(box.solid0) + 4},8l8,8m0,-8l-8,8"/>`;
  }
  let textX = item.flip ? item.begin + 2 : item.inside ? Math.max(item.mark0, left) + 8 : item.mark1 + 6;
  if (item.inside && event.standing === "denied") textX += 12;
  if (event.conflicts.length) {
    marksHtml += `<text class="badge" x="${textX.toFixed(1)}" y="17">≠</text>`;
    textX += 16;
  }
  g.html(marksHtml);
  if (item.hidden) return;
  const label = g.append("text").attr("class", "label").attr("x", textX).attr("y", 16.5).text(item.text);
  if (item.flip) label.attr("x", item.mark0 - 6).attr("text-anchor", "end");
}

function describe(event) {
  return `${event.words}: ${event.label}. ${words(event.type)}, ${event.standing}, ` +
    `${event.sources} source${event.sources === 1 ? "" : "s"}${event.conflicts.length ? ", disputed" : ""}`;
}

function drawLanes() {
  const node = lanesView.node();
  const top = view.whole ? 0 : node.scrollTop, bottom = view.whole ? view.height : top + node.clientHeight;
  const [left, right] = view.x.range();
  const shown = view.items.filter((i) => i.y + ROW > top - ROW && i.y < bottom + ROW && i.end > left && i.begin < right);
  svg.attr("width", view.width).attr("height", view.height);
  lanesView.attr("role", shown.length ? "listbox" : "group"); // a list box holds options
  const ticks = view.x.ticks(Math.max(3, Math.round((right - left) / 110)));
  grid.selectAll("line").data(ticks).join("line").attr("x1", (t) => view.x(t)).attr("x2", (t) => view.x(t)).attr("y2", view.height);
  axisSvg.attr("width", view.width);
  axisGroup.call(d3.axisTop(view.x).ticks(Math.max(3, Math.round((right - left) / 110))).tickSizeOuter(0));
  zebra.selectAll("rect").data(view.lanes).join("rect").attr("class", (_, i) => i % 2 ? "lane odd" : "lane")
    .attr("y", (d) => d.top).attr("width", view.width).attr("height", (d) => d.height);
  names.selectAll("g").data(view.lanes, (d) => d.key + d.name).join((enter) => {
    const g = enter.append("g");
    g.append("rect").attr("width", GUTTER - 8);
    g.append("text").attr("x", 14).attr("y", 21);
    g.append("title");
    return g;
  }).attr("transform", (d) => `translate(0,${d.top})`).each(function (d) {
    d3.select(this).select("rect").attr("height", d.height);
    d3.select(this).select("text").text(shortenTo(d.name, GUTTER - 30, 1.1));
    d3.select(this).select("title").text(d.name);
  });
  const activeKey = view.items[view.active] && view.items[view.active].key;
  marks.selectAll("g.item").data(shown, (d) => d.key).join((enter) => enter.append("g").attr("role", "option")
    .attr("data-event", (d) => d.event.id).attr("id", (d) => "item-" + d.event.index + "-" + view.lanes.indexOf(d.lane))
    .on("click", (d) => { hideTip(); open(d.event.id); }).on("mousemove", showTip).on("mouseleave", hideTip))
    .attr("class", (d) => `item ${d.event.state ? "state" : "event"} ${d.event.standing} c${colourOf(d.event.type)}` +
      (d.event.id === state.event ? " selected" : "") + (d.key === activeKey ? " active" : "") + (d.event.conflicts.length ? " disputed" : ""))
    // What is seen stands in what is heard, also where the label was shortened.
    .attr("aria-label", (d) => describe(d.event) + (d.text === d.event.label ? "" : ", shown as " + d.text)).attr("aria-selected", (d) => d.event.id === state.event)
    .attr("transform", (d) => `translate(0,${d.y})`).each(drawItem);
  nothing.text(!selection.length ? "No event matches. “Clear” shows all again." :
    !view.lanes.some((lane) => lane.events.length) ? "None of these events has a date: they stand below." : "");
  drawArcs();
  const asof = state.asof;
  asofLine.attr("display", asof === null || view.x(asof) < left ? "none" : null).attr("x1", view.x(asof)).attr("x2", view.x(asof)).attr("y2", view.height);
  drawOverview();
  drawFit();
}

/** Both sides of a contradiction, tied together. */
function drawArcs() {
  const places = new Map();
  view.items.forEach((item) => {
    if (!item.event.conflicts.length) return;
    if (!places.has(item.event.id)) places.set(item.event.id, []);
    places.get(item.event.id).push(item);
  });
  const pairs = [];
  story.conflicts.forEach((conflict) => conflict.about.slice(1).forEach((id) => {
    const ours = places.get(conflict.about[0]) || [], theirs = places.get(id) || [];
    const together = ours.map((a) => [a, theirs.find((b) => b.lane === a.lane)]).filter((pair) => pair[1]);
    if (together.length) pairs.push(...together);
    else if (ours.length && theirs.length) pairs.push([ours[0], theirs[0]]);
  }));
  const at = ({ box, mark0 }) => Math.max(view.x.range()[0],
    !box.point ? mark0 : box.openStart ? box.x1 - 6 : box.openEnd ? box.x0 + 6 : (box.x0 + box.x1) / 2);
  arcs.selectAll("path").data(pairs).join("path").attr("d", ([a, b]) => {
    const x0 = at(a), x1 = at(b), y0 = a.y + 12, y1 = b.y + 12, bend = Math.min(30, 14 + Math.abs(x1 - x0) / 8);
    return `M${x0},${y0}C${x0},${Math.max(y0, y1) + bend} ${x1},${Math.max(y0, y1) + bend} ${x1},${y1}`;
  });
}

let scheduled = false;
function schedule() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => { scheduled = false; layout(); drawLanes(); });
}

lanesView.on("scroll", () => schedule());

const tip = d3.select("#tip");
function showTip(item) {
  const { pageX, pageY } = d3.event;
  tip.attr("hidden", null).html("");
  tip.append("strong").text(item.event.label);
  tip.append("span").text(item.event.words + " · " + item.event.standing + " · " + item.event.sources + (item.event.sources === 1 ? " source" : " sources"));
  const width = tip.node().offsetWidth;
  tip.style("left", Math.max(4, Math.min(pageX + 14, innerWidth - width - 8)) + "px").style("top", pageY + 16 + "px");
}
function hideTip() { tip.attr("hidden", ""); }

/** Keyboard: left and right in time, up and down between lanes, Enter opens, Home and End jump. */
lanesView.on("keydown", () => {
  const key = d3.event.key, items = view.items;
  const jump = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[key];
  if (key === "+" || key === "=") return zoomBy(1.6);
  if (key === "-") return zoomBy(1 / 1.6);
  if (key === "0") return fit();
  if ((key === "Enter" || key === " ") && items[view.active]) { d3.event.preventDefault(); open(items[view.active].event.id, true); return; }
  if (!items.length || !(jump || key === "Home" || key === "End")) return;
  d3.event.preventDefault();
  const now = items[view.active];
  if (!now || key === "Home") view.active = key === "End" ? items.length - 1 : 0;
  else if (key === "End") view.active = items.length - 1;
  else if (key === "ArrowLeft" || key === "ArrowRight") view.active = Math.max(0, Math.min(items.length - 1, view.active + jump));
  else {
    const lane = view.lanes[view.lanes.indexOf(now.lane) + jump];
    if (!lane) return;
    const there = items.map((item, i) => ({ item, i })).filter((o) => o.item.lane === lane);
    if (!there.length) return;
    view.active = there.reduce((best, o) => Math.abs(o.item.mark0 - now.mark0) < Math.abs(best.item.mark0 - now.mark0) ? o : best).i;
  }
  reveal(items[view.active]);
});

function reveal(item) {
  scrollDownTo([item]);
  const [left, right] = view.x.range();
  if (item.mark1 < left + 10 || item.mark0 > right - 10) {
    centre(item.event);
    layout();
  }
  drawLanes();
  const again = marks.selectAll("g.item").filter((d) => d.key === item.key);
  lanesView.attr("aria-activedescendant", again.empty() ? null : again.attr("id"));
}

/** Moves in time to an event that lies outside of what is in view, and down to its lane. */
function bringIntoSight(event) {
  const [from, to] = view.x.domain().map(Number);
  if (event.dated && (event.last <= from || event.first >= to)) centre(event);
  layout();
  scrollDownTo(view.items.filter((item) => item.event === event));
  drawLanes();
}

/** Scrolls to the first of some items, unless one of them is in view. */
function scrollDownTo(items) {
  const node = lanesView.node();
  const seen = (item) => item.y >= node.scrollTop && item.y + ROW <= node.scrollTop + node.clientHeight;
  if (items.length && !items.some(seen)) node.scrollTop = items[0].y - node.clientHeight / 2;
}

function drawUndated(most = 30) {
  const list = selection.filter((e) => !e.dated);
  const root = d3.select("#undated").html("").classed("all", most > 30);
  if (!list.length) return;
  root.append("h3").text("Without a date");
  root.append("ul").selectAll("li").data(list.slice(0, most)).join("li").append("button").attr("type", "button")
    .attr("class", (d) => "chip " + d.standing).attr("data-event", (d) => d.id).text((d) => shorten(d.label, 80)).on("click", (d) => open(d.id, true));
  if (list.length > most)
    root.append("button").attr("type", "button").attr("class", "linklike more").text("and " + (list.length - most) + " more").on("click", () => drawUndated(list.length));
}

function drawLegend() {
  const used = standings.filter((s) => events.some((e) => e.standing === s));
  const rows = used.map((s) => ({ kind: "swatch " + s, text: s }));
  rows.push({ kind: "swatch fuzzy", text: "uncertain bounds" });
  if (story.conflicts.length) rows.push({ kind: "badge", text: "sources contradict each other" });
  const li = d3.select("#legend").selectAll("li").data(rows).join("li");
  li.append("span").attr("class", (d) => d.kind).attr("aria-hidden", "true").text((d) => d.kind === "badge" ? "≠" : "");
  li.append("span").text((d) => d.text);
}
