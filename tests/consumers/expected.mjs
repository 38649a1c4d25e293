// What went into an export, read line by line from its node-link JSON, and the counting of checks. A graph may be
// too large to lie in memory twice: of what is wanted only a digest an item is kept.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

export const folders = process.argv.slice(2);
export const read = (folder, name) => readFileSync(join(folder, name), "utf8");

let passed = 0, failed = 0, skipped = 0;
export function equal(what, got, wanted) {
  if (isDeepStrictEqual(got, wanted)) return void ++passed;
  ++failed;
  console.log(`FAILED ${what}: got ${String(JSON.stringify(got)).slice(0, 300)}, wanted ${String(JSON.stringify(wanted)).slice(0, 300)}`);
}
export function skip(why) { ++skipped; console.log("skipped: " + why); }
export function end() {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed ? 1 : 0);
}

const ordered = (_, value) => value && typeof value === "object" && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
const digest = (value) => createHash("md5").update(JSON.stringify(value, ordered)).digest("latin1");

/** `got` yields [id, value] in any order, now or later, `wanted()` the same: every id once, with an equal value. */
export async function same(what, got, wanted) {
  const left = new Map();
  for (const [id, value] of wanted()) left.set(id, digest(value));
  const size = left.size;
  let wrong = 0, first;
  for await (const [id, value] of got) {
    if (left.get(id) !== digest(value)) { ++wrong; first ??= [id, value]; }
    left.delete(id);
  }
  if (!wrong && !left.size) return void ++passed;
  ++failed;
  const [id, value] = first ?? [left.keys().next().value, "nothing"];
  let asWanted = "nothing";
  for (const [key, other] of wanted()) if (key === id) asWanted = other;
  console.log(`FAILED ${what}: ${wrong} wrong, ${left.size} of ${size} missing; ${id}: got ${JSON.stringify(value, ordered).slice(0, 600)}, ` +
    `wanted ${JSON.stringify(asWanted, ordered).slice(0, 600)}`);
}

// What XML cannot hold.
export const clean = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** A list as the JSON text that formats without lists hold. */
export const listText = (list) =>
  JSON.stringify(list).replace(/\\([bfrt])/g, (_, c) => ({ b: "\\u0008", f: "\\u000c", r: "\\u000d", t: "\\u0009" })[c]);

const flat = (value) => (Array.isArray(value) ? clean(listText(value)) : typeof value === "string" ? clean(value) : value);

/** The lines of a file, which may be longer than a string can be. */
export function* lines(folder, name) {
  const bytes = readFileSync(join(folder, name));
  for (let at = 0, next; at < bytes.length; at = next + 1) {
    next = bytes.indexOf(10, at);
    if (next < 0) next = bytes.length;
    yield bytes.toString("utf8", at, next);
  }
}

/** One of our XML files, if longer than `size` in pieces of so many bytes: files of their own, with the whole head and some of the items, "node" or "edge". */
export function* pieces(folder, name, part, size = 2e7) {
  const bytes = readFileSync(join(folder, name));
  if (bytes.length <= size) return yield bytes.toString();
  const first = (tag) => bytes.indexOf(`\n<${tag} `) + 1, after = (tag) => bytes.lastIndexOf(`</${tag}>`) + tag.length + 4;
  const head = bytes.subarray(0, first("node")), between = bytes.subarray(after("node"), first("edge")), tail = bytes.subarray(after("edge"));
  for (let at = first(part), next; at < after(part); at = next) {
    next = bytes.indexOf(`\n<${part} `, at + size) + 1 || after(part);
    if (next > after(part)) next = after(part);
    const items = bytes.subarray(at, next);
    yield Buffer.concat(part === "node" ? [head, items, between, tail] : [head, between, items, tail]).toString();
  }
}

/** The objects of a list in one of our JSON files: one a line, after the line that ends with the list's name. */
export function* items(folder, part, name = "node-link.json") {
  let inside = false;
  for (const line of lines(folder, name)) {
    if (line.endsWith(`"${part}":[`)) inside = true;
    else if (inside && line.startsWith("{")) yield JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line);
    else if (inside) return;
  }
}

export const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([k, v]) => [k, change(v, k)]));

/** Yields [id, attributes], with the names that GraphML gives them. */
export function* nodes(folder) {
  for (const { id, ...rest } of items(folder, "nodes")) yield [clean(id), { ...mapped(rest, flat), node_id: clean(id) }];
}

/** Yields [id, {source, target, attributes}], with the names that GraphML gives them. */
export function* edges(folder) {
  for (const { source, target, key, ...rest } of items(folder, "edges"))
    yield [clean(key), { source: clean(source), target: clean(target), attributes: { ...mapped(rest, flat), uid: clean(key), relationship: rest.interaction } }];
}

export const events = (folder) => items(folder, "events", "timeline.json");
export const documents = (folder) => items(folder, "documents", "timeline.json");
export const story = (folder) => JSON.parse(read(folder, "timeline.json"));

const questions = () => JSON.parse(readFileSync(new URL("questions.json", import.meta.url)));

/** The answers to the questions as timeline.json has them, each a list of texts. */
function answersOf(folder) {
  const { documents, entities, events } = story(folder);
  const name = new Map(entities.map((e) => [e.id, e.name])), title = new Map(documents.map((d) => [d.id, d.title]));
  const named = (event) => event.participants.filter((p) => p.entity).map((p) => name.get(p.entity));
  const on = (day) => events.filter((e) => e.time.edtf?.split("/").includes(day));
  const once = (list) => [...new Set(list)];
  return {
    rights: (day) => events.filter(({ time: { start, end } }) => start.latest && start.latest <= day && (!end.latest || end.latest >= day)).flatMap((e) =>
      e.participants.filter((p) => p.role === "holder" && name.get(p.entity) === "Microsoft").map(() => e.label)),
    changed: (day) => on(day).map((e) => e.label),
    involved: (day) => once(on(day).flatMap(named)),
    tellers: (type) => once(events.filter((e) => e.type === type).flatMap((e) => e.mentions.map((m) => title.get(m.document)))),
    claimants: (of) => once(events.filter((e) => named(e).includes(of)).flatMap((e) => e.attribution.filter((a) => a.entity).map((a) => name.get(a.entity)))),
  };
}

/** What is asked of the sample story: `ask` has a function for each answer, which gives a list of texts. It is the whole
 * list, no row more or less, and has what a reader of the articles knows to be in it. */
export async function answers(folder, ask) {
  if (basename(folder) !== "stargate") return;
  const known = questions(), wanted = answersOf(folder);
  for (const [name, question, of] of [
    ["rights", "which rights did Microsoft hold on 1 March 2025?", "2025-03-01"],
    ["changed", "what changed on 21 January 2025?", "2025-01-21"],
    ["involved", "who was part of what changed on 21 January 2025?", "2025-01-21"],
    ["tellers", "which articles tell of the right?", "right-of-first-refusal"],
    ["claimants", "who says that Arm takes part?", "Arm"]]) {
    const got = [...await ask[name](of)].sort();
    equal(question, got, wanted[name](of).sort());
    equal(question + " – known answers", known[name].filter((text) => !got.some((row) => row.includes(text))), []);
  }
}

/** The questions in Cypher, for `list`, which gives the column `it`; `date` writes a day. */
export const inCypher = (list, date) => ({
  rights: (day) => list(`MATCH (e:Entity {title: 'Microsoft'})-[p:PARTICIPATES {role: 'holder'}]->(v:Event)
    WHERE p.valid_from_latest <= ${date(day)} AND (p.valid_to_latest IS NULL OR p.valid_to_latest >= ${date(day)}) RETURN v.title AS it`),
  changed: (day) => list(`MATCH (v:Event) WHERE v.start_time = '${day}' OR v.end_time = '${day}' RETURN v.title AS it`),
  involved: (day) => list(`MATCH (e:Entity)-[:PARTICIPATES]->(v:Event) WHERE v.start_time = '${day}' OR v.end_time = '${day}' RETURN DISTINCT e.title AS it`),
  tellers: (type) => list(`MATCH (v:Event {event_type: '${type}'})-[:MENTIONED_IN]->(d:Document) RETURN DISTINCT d.title AS it`),
  claimants: (name) => list(`MATCH (e:Entity)-[:CLAIMS]->(v:Event)<-[:PARTICIPATES]-(n:Entity {title: '${name}'}) RETURN DISTINCT e.title AS it`),
});

/** The questions in SPARQL, for `list`. */
export const inSparql = (list) => Object.fromEntries(Object.entries(questions().sparql).map(([name, query]) =>
  [name, (of) => list(query.join(" ").replaceAll("$OF", of))]));

/** First and last day of an event for formats that must draw it: its bounds, else the days that its EDTF names; null for neither. */
export function extent({ time: { edtf, start, end } }) {
  const first = start.earliest ?? start.latest ?? end.earliest ?? end.latest;
  if (first) return [first, [end.latest ?? end.earliest ?? first, first].sort().pop()];
  const named = (edtf ?? "").split("/").map((part) => part.match(/^\d{4}(-\d\d){0,2}(?![\dX-])/)?.[0]).filter(Boolean);
  if (!named.length) return null;
  const lastDay = ([year, month, day]) => new Date(day ? Date.UTC(year, month - 1, day) : Date.UTC(year, month ?? 12, 0));
  return [(named[0] + "-01-01").slice(0, 10), lastDay(named.at(-1).split("-")).toISOString().slice(0, 10)];
}
