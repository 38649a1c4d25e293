// The selection as files, made in the page itself.

function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A timeline.json of its own: the events selected and what they refer to. */
function selectedStory() {
  const chosen = new Set(selection.map((e) => e.id));
  const people = new Set(), papers = new Set();
  selection.forEach((e) => {
    e.raw.participants.concat(e.raw.attribution, ...e.raw.mentions.map((m) => m.attribution)).forEach((p) => p.entity && people.add(p.entity));
    e.raw.mentions.concat(e.raw.time.expressions).forEach((m) => papers.add(m.document));
  });
  // A copy's original comes along.
  story.documents.forEach((d) => { if (papers.has(d.id) && d.copies_of) papers.add(d.copies_of); });
  const within = (list) => list.every((id) => chosen.has(id));
  return {
    schema: story.schema,
    documents: story.documents.filter((d) => papers.has(d.id)),
    entities: story.entities.filter((e) => people.has(e.id)).map((e) => ({ ...e, mentions: e.mentions.filter((m) => papers.has(m.document)) })),
    events: selection.map((e) => e.raw),
    relations: story.relations.filter((r) => within([r.from, r.to])),
    conflicts: story.conflicts.filter((c) => within(c.about)),
  };
}

function csvCell(value) {
  const text = String(value === null || value === undefined ? "" : value);
  return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

function selectedCsv() {
  const rows = [["id", "type", "label", "time", "start_earliest", "start_latest", "end_earliest", "end_latest", "status", "sources", "participants"]];
  selection.forEach((e) => {
    const t = e.raw.time;
    rows.push([e.id, e.type, e.label, t.edtf, t.start.earliest, t.start.latest, t.end.earliest, t.end.latest, e.standing, e.sources,
      e.entities.map((id) => (entities.get(id) || { name: id }).name).join("; ")]);
  });
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** The lanes as they stand, with the colours in force written into the picture. */
function selectedSvg() {
  drawWhole(true);
  const copy = svg.node().cloneNode(true);
  drawWhole(false);
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  const root = getComputedStyle(document.documentElement);
  const css = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join("\n");
  style.textContent = css.replace(/var\((--[\w-]+)\)/g, (_, name) => root.getPropertyValue(name).trim() || "inherit");
  copy.insertBefore(style, copy.firstChild);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

d3.selectAll("[data-save]").on("click", function () {
  if (this.dataset.save === "json") download("selection.json", "application/json", JSON.stringify(selectedStory(), null, 1));
  if (this.dataset.save === "csv") download("selection.csv", "text/csv", selectedCsv());
  if (this.dataset.save === "svg") download("timeline.svg", "image/svg+xml", selectedSvg());
  document.getElementById("export-menu").open = false;
});

/** On paper the events stand as a list, with their first sentence. */
function drawPrintList() {
  const root = d3.select("#print-list").html("");
  root.append("h2").text("Events");
  const row = root.selectAll("article").data(selection).join("article");
  row.append("h3").text((e) => e.words + ": " + e.label);
  row.append("p").text((e) => `${words(e.type)} · ${e.standing} · ${e.sources} source${e.sources === 1 ? "" : "s"}${e.conflicts.length ? " · disputed" : ""}`);
  row.each(function (e) {
    e.raw.mentions.slice(0, 2).forEach((m) => {
      const quote = d3.select(this).append("blockquote").attr("lang", (documents.get(m.document) || {}).language || null);
      quote.text(m.text).append("footer").text(sourceName(documents.get(m.document) || { uri: m.document }));
    });
  });
}
/** Paper and picture hold every lane, not only those in view. */
function drawWhole(whole) {
  view.whole = whole;
  drawLanes();
}

/** On paper each lane is a picture of its own under the axis, as no picture breaks between pages. */
function drawPrintLanes() {
  drawWhole(true);
  const figure = d3.select("#print-lanes").html("").selectAll("figure").data(view.lanes).join("figure");
  const part = (href, y, height) => figure.append("svg").attr("viewBox", (lane) => `0 ${y(lane)} ${view.width} ${height(lane)}`).append("use").attr("href", href);
  part("#axis-canvas", () => 0, () => AXIS);
  part("#canvas", (lane) => lane.top, (lane) => lane.height);
}
addEventListener("beforeprint", () => { drawPrintList(); drawPrintLanes(); });
addEventListener("afterprint", () => drawWhole(false));
d3.select("#print").on("click", () => print());
