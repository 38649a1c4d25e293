// The story as the page works with it: days as milliseconds, links by object, searchable text.

const story = JSON.parse(document.getElementById("story").textContent);
/** What the timeline leaves to the page's maker: each event's time in words, each type's direct edge. */
const extra = JSON.parse(document.getElementById("extra").textContent);
const DAY = 86400000;

function parseDay(text) {
  if (!text) return null;
  const part = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(text);
  if (!part) return null;
  const date = new Date(0);
  date.setUTCFullYear(+part[1], +part[2] - 1, +part[3]);
  return date.getTime();
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

function dayWords(time) {
  const date = new Date(time);
  return date.getUTCDate() + " " + months[date.getUTCMonth()] + " " + date.getUTCFullYear();
}

function isoDay(time) {
  const date = new Date(time), year = date.getUTCFullYear();
  const two = (n) => String(n).padStart(2, "0");
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0") + "-" + two(date.getUTCMonth() + 1) + "-" +
    two(date.getUTCDate());
}

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const words = (type) => type.replace(/[-_]/g, " ");

const languageNames = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames(["en"], { type: "language" }) : null;
function languageName(code) {
  if (!code) return "unknown language";
  try { return languageNames ? languageNames.of(code) : code; } catch (_) { return code; }
}

const documents = new Map(story.documents.map((d) => [d.id, d]));
const entities = new Map(story.entities.map((e) => [e.id, e]));
const sourceName = (document) => document.publisher || document.title || document.uri;

/** How an event stands: what colour alone must not say. */
const standings = ["asserted", "reported", "possible", "conditional", "planned", "denied"];
const standingOf = (event) => event.polarity === "negative" ? "denied" : event.modality;

const events = story.events.map((raw, index) => {
  const time = raw.time;
  const event = {
    id: raw.id, raw, index, label: raw.label || words(raw.type), type: raw.type, state: raw.kind === "state",
    standing: standingOf(raw), words: extra.words[index],
    startEarliest: parseDay(time.start.earliest), startLatest: parseDay(time.start.latest),
    endEarliest: parseDay(time.end.earliest), endLatest: parseDay(time.end.latest),
    entities: [...new Set(raw.participants.filter((p) => p.entity).map((p) => p.entity))],
    documents: [...new Set(raw.mentions.map((m) => m.document))],
    languages: raw.sources.languages, sources: Math.max(raw.sources.independent, raw.mentions.length ? 1 : 0),
    conflicts: [], relations: [],
  };
  const ends = (time.edtf || "").split("/");
  event.openStart = ends.length === 2 && (ends[0] === ".." || !ends[0]);
  event.openEnd = ends.length === 2 && (ends[1] === ".." || !ends[1]);
  event.span = event.state || (ends.length === 2 && !event.openStart && !event.openEnd);
  // An approximate day proves no bounds; it is drawn around that day.
  const about = extra.about[index];
  if (about) {
    event.startEarliest = parseDay(about[0]) - 5 * DAY;
    event.endLatest = parseDay(about[1]) + 5 * DAY;
    if (event.state) { event.startLatest = parseDay(about[0]) + 5 * DAY; event.endEarliest = event.startLatest; }
  }
  const known = [event.startEarliest, event.startLatest, event.endEarliest, event.endLatest].filter((t) => t !== null);
  event.dated = known.length > 0;
  event.first = event.dated ? Math.min(...known) : null;
  event.last = event.dated ? Math.max(...known) + DAY : null;
  event.haystack = fold([event.label, words(raw.type), ...event.entities.flatMap((id) => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [];
  }), ...raw.mentions.map((m) => m.text)].join("\n"));
  return event;
});
const eventById = new Map(events.map((e) => [e.id, e]));

story.conflicts.forEach((conflict) => conflict.about.forEach((id) => {
  const event = eventById.get(id);
  if (event) event.conflicts.push(conflict);
}));
story.relations.forEach((relation) => {
  const from = eventById.get(relation.from), to = eventById.get(relation.to);
  if (!from || !to) return;
  from.relations.push({ relation, other: to, outgoing: true });
  to.relations.push({ relation, other: from, outgoing: false });
});

/** Beyond the last known day nothing is drawn; what is open fades out on the way there. */
const dated = events.filter((e) => e.dated);
const firstDay = d3.min(dated, (e) => e.first) || Date.UTC(2000, 0, 1);
const lastDay = d3.max(dated, (e) => e.last) || firstDay + 365 * DAY;
const margin = Math.max((lastDay - firstDay) * 0.06, 5 * DAY);
const horizon = [firstDay - margin, lastDay + margin];

const colourOf = (() => {
  const count = {};
  events.forEach((e) => { count[e.type] = (count[e.type] || 0) + 1; });
  const order = Object.keys(count).sort((a, b) => count[b] - count[a] || (a < b ? -1 : 1));
  const rank = new Map(order.map((type, i) => [type, i]));
  return (type) => { const i = rank.get(type); return i !== undefined && i < 8 ? i : 8; };
})();

/** Pairs of entities that an event binds; the frame's edge where its roles are surely filled, else whoever takes part. */
function bindings(event) {
  const edge = extra.edges[event.raw.subtype ?? event.type];
  const people = event.raw.participants.filter((p) => p.entity);
  const sure = people.filter((p) => p.tier !== "nearest");
  const pairs = [];
  const add = (from, to, label) => {
    if (from !== to && !pairs.some((p) => (p.from === from && p.to === to) || (!edge && p.from === to && p.to === from)))
      pairs.push({ from, to, label, event });
  };
  if (edge)
    sure.filter((p) => p.role === edge.from).forEach((a) => sure.filter((p) => p.role === edge.to).forEach((b) => {
      if (edge.from !== edge.to || a.entity < b.entity) add(a.entity, b.entity, words(edge.label).toLowerCase());
    }));
  if (!pairs.length)
    for (let i = 1; i < people.length; ++i) add(people[0].entity, people[i].entity, words(event.type));
  return pairs;
}
