// One event: when and why then, who takes part, who says so, and the sentences that it was read from.

/** A reason with the events that it names by id called by their labels. */
const reason = (why) => why.replace(/event:[0-9a-f]+/g, (id) => (eventById.has(id) ? "“" + eventById.get(id).label + "”" : id));

function open(id, focus) {
  state.event = id;
  drawDetails();
  drawLanes();
  writeFragment();
  if (focus) document.getElementById("details").focus();
  showChosen("smooth");
}

/** Brings the chosen event into sight on the timeline and, where they stand below it, its details. */
function showChosen(behavior) {
  const event = eventById.get(state.event);
  if (event && selection.includes(event)) bringIntoSight(event);
  if (event && innerWidth < 900) document.getElementById("details").scrollIntoView({ behavior });
}

const basisWords = {
  stated: "stated in the text", inferred: "worked out from what the texts say", published: "taken from the day of publication",
};
const relationWords = {
  before: ["before", "after"], during: ["during", "spans"], overlaps: ["overlaps", "overlaps"], ends: ["ends", "ended by"],
  causes: ["causes", "caused by"], condition_of: ["condition of", "on condition of"], supersedes: ["supersedes", "superseded by"],
  contradicts: ["contradicts", "contradicts"],
};

function holders(list) {
  return list.map((a) => a.entity ? (entities.get(a.entity) || { name: a.entity }).name : "“" + a.text + "”").join(", ");
}

function amountWords(value) {
  const number = Math.abs(value.number) >= 1e15 ? String(value.number) : value.number.toLocaleString("en-US", { maximumFractionDigits: 6 });
  return [value.bound, number, value.unit].filter(Boolean).join(" ");
}

/** The clause with its head word marked, and the words that date it underlined. Offsets count code points. */
function drawQuote(parent, mention, event) {
  const characters = Array.from(mention.text);
  const inside = (begin, end) => begin >= mention.begin && end <= mention.end && end > begin;
  const cuts = [];
  if (mention.trigger && inside(mention.trigger.begin, mention.trigger.end)) cuts.push({ begin: mention.trigger.begin, end: mention.trigger.end, kind: "trigger" });
  event.raw.time.expressions.forEach((x) => {
    if (x.document === mention.document && inside(x.begin, x.end) && !cuts.some((c) => x.begin < c.end && c.begin < x.end))
      cuts.push({ begin: x.begin, end: x.end, kind: "when" });
  });
  cuts.sort((a, b) => a.begin - b.begin);
  let at = mention.begin;
  const text = (begin, end) => characters.slice(begin - mention.begin, end - mention.begin).join("");
  const out = parent.append("p").attr("lang", (documents.get(mention.document) || {}).language || null).attr("dir", "auto");
  cuts.forEach((cut) => {
    out.append("span").text(text(at, cut.begin));
    out.append("mark").attr("class", cut.kind).text(text(cut.begin, cut.end));
    at = cut.end;
  });
  out.append("span").text(text(at, mention.end));
}

function drawSource(parent, mention, event) {
  const document_ = documents.get(mention.document) || { uri: mention.document };
  const block = parent.append("blockquote");
  drawQuote(block, mention, event);
  const foot = block.append("footer");
  const link = document_.url && /^https?:/.test(document_.url) ? document_.url : null;
  (link ? foot.append("a").attr("href", link).attr("rel", "noopener noreferrer") : foot.append("span")).attr("class", "source").text(sourceName(document_));
  foot.append("span").attr("class", "tag").text(languageName(document_.language));
  if (document_.published) foot.append("span").attr("title", document_.published.why.join("; ")).text(document_.published.edtf);
  const said = [];
  if (mention.polarity === "negative") said.push("denies it");
  else if (mention.modality !== "asserted") said.push("as " + mention.modality);
  if (mention.attribution.length) said.push("according to " + holders(mention.attribution));
  if (said.length) foot.append("span").attr("class", "said").text(said.join(", "));
  if (document_.copies_of) foot.append("span").text("copies another article");
}

function drawDetails() {
  const root = d3.select("#details").html("");
  const event = state.event && eventById.get(state.event);
  if (!event) {
    root.append("h2").text("Details");
    root.append("p").attr("class", "hint").text("Choose an event to see the sentences behind it, in which language they were written, and why it is dated as it is.");
    root.append("p").attr("class", "hint").text("The wheel zooms, dragging moves, and so do the keys: arrows, + and −, Enter, / to search. A name in the graph filters by it.");
    const list = (title, rows) => {
      if (!rows.length) return;
      root.append("h3").text(title);
      root.append("ul").attr("class", "glance").selectAll("li").data(rows).join("li").each(function (e) {
        const li = d3.select(this);
        li.append("button").attr("type", "button").attr("class", "linklike").attr("data-event", e.id).text(e.label).on("click", () => open(e.id, true));
        li.append("span").attr("class", "muted").text(`${e.words} · ${e.standing} · ${e.sources} source${e.sources === 1 ? "" : "s"}`);
      });
    };
    list("Most told", [...selection].sort((a, b) => b.sources - a.sources || a.index - b.index).slice(0, 6));
    list("Contradictions", selection.filter((e) => e.conflicts.length).slice(0, 8));
    list("Still to come", selection.filter((e) => e.standing === "planned").slice(0, 6));
    return;
  }
  const raw = event.raw, time = raw.time;
  const head = root.append("div").attr("class", "details-head");
  head.append("p").attr("class", "kicker").html("").call((p) => {
    p.append("span").attr("class", "dot c" + colourOf(event.type));
    p.append("span").text(words(event.type) + (event.state ? " (state)" : ""));
    p.append("span").attr("class", "status " + event.standing).text(event.standing);
  });
  head.append("button").attr("type", "button").attr("class", "close").attr("aria-label", "Close details").text("×").on("click", () => open(null));
  root.append("h2").text(event.label);
  root.append("p").attr("class", "when").text(event.words);
  if (time.edtf) root.append("p").attr("class", "edtf").text(time.edtf + " · " + basisWords[time.basis]);
  if (raw.attribution.length) root.append("p").attr("class", "who").text("According to " + holders(raw.attribution));

  if (time.why.length || time.expressions.length) {
    root.append("h3").text(event.dated ? "Why this date" : "Why no date");
    const list = root.append("ul").attr("class", "why");
    // Most reasons quote the words that they read.
    time.expressions.filter((x) => !time.why.some((why) => why.includes(`"${x.text}"`))).forEach((x) => {
      const li = list.append("li");
      li.append("q").attr("lang", (documents.get(x.document) || {}).language || null).text(x.text);
      li.append("span").text(" reads as " + x.value + " (" + sourceName(documents.get(x.document) || { uri: x.document }) + ")");
    });
    list.selectAll("li.reason").data(time.why).enter().append("li").attr("class", "reason").text(reason);
  }
  if (event.conflicts.length) {
    root.append("h3").text("Sources contradict each other");
    event.conflicts.forEach((conflict) => {
      const box = root.append("div").attr("class", "conflict");
      box.append("p").text({ time: "When it was", participant: "Who or how much", polarity: "Whether it happened" }[conflict.kind] + (conflict.why.length ? ": " + conflict.why.map(reason).join(" – ") : ""));
      const sides = box.append("div").attr("class", "sides");
      conflict.about.map((id) => eventById.get(id)).filter(Boolean).forEach((side) => {
        const column = sides.append("div").attr("class", side === event ? "side this" : "side");
        column.append("button").attr("type", "button").attr("class", "linklike").attr("data-event", side.id).text(side.label).on("click", () => open(side.id, true));
        column.append("p").attr("class", "when").text(side.words + " · " + side.standing);
        side.raw.mentions.slice(0, 2).forEach((m) => drawSource(column, m, side));
      });
    });
  }
  const people = raw.participants;
  if (people.length) {
    root.append("h3").text("Who and what");
    const list = root.append("dl");
    people.forEach((p) => {
      list.append("dt").text(p.tier === "nearest" ? "also named" : p.role);
      const dd = list.append("dd");
      if (!p.entity) return dd.text(amountWords(p.value));
      const entity = entities.get(p.entity) || { name: p.entity, type: "" };
      dd.append("button").attr("type", "button").attr("class", "chip").attr("title", "Show only what concerns " + entity.name)
        .text(entity.name).on("click", () => { state.chosen.entity = new Set([p.entity]); update(); });
      dd.append("span").attr("class", "muted").text(" " + entity.type);
    });
  }
  root.append("h3").text(raw.mentions.length === 1 ? "The sentence" : "The " + raw.mentions.length + " sentences");
  root.append("p").attr("class", "muted").text(`${raw.sources.independent} independent source${raw.sources.independent === 1 ? "" : "s"} in ` +
    `${raw.sources.documents} document${raw.sources.documents === 1 ? "" : "s"} · confidence ${Math.round(raw.confidence * 100)} %`);
  raw.mentions.slice(0, 50).forEach((m) => drawSource(root, m, event));
  if (event.relations.length) {
    root.append("h3").text("In relation to");
    const list = root.append("ul").attr("class", "relations");
    event.relations.slice(0, 30).forEach(({ relation, other, outgoing }) => {
      const li = list.append("li");
      li.append("span").attr("class", "muted").text(relationWords[relation.type][outgoing ? 0 : 1] + " ");
      li.append("button").attr("type", "button").attr("class", "linklike").attr("data-event", other.id).text(other.label).on("click", () => open(other.id, true));
      if (relation.why.length) li.append("p").attr("class", "muted").text(relation.why.map(reason).join("; "));
    });
  }
}
