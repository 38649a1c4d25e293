// The graph holds what timeline.json holds: every node and edge of node-link.json, which the other readers' graphs are held against,
// is made anew from timeline.json and compared (the clocks of relations and conflicts, which are reckoned, aside).
import { documents, end, events, folders, items, same } from "./expected.mjs";

const given = (object) => Object.fromEntries(Object.entries(object).filter(([, v]) => v !== null && v !== undefined && v !== "" && !(Array.isArray(v) && !v.length)));
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const amount = ({ role, value: { number, unit, bound } }) => [role === "amount" ? null : role, bound, String(number), unit].filter(Boolean).join(" ");

function* nodes(folder) {
  const name = new Map();
  for (const e of items(folder, "entities", "timeline.json")) name.set(e.id, e.name);
  for (const d of documents(folder))
    yield [d.id, given({ kind: "Document", labels: ":Document", title: d.title, uri: d.uri, url: d.url, language: d.language, publisher: d.publisher,
      published: d.published?.edtf, published_basis: d.published?.basis, published_why: d.published?.why, sha256: d.sha256 })];
  for (const e of items(folder, "entities", "timeline.json"))
    yield [e.id, given({ kind: capital(e.type), labels: ":Entity:" + capital(e.type), title: e.name, entity_type: e.type, aliases: e.aliases, same_as: e.same_as, mentions: e.mentions.length })];
  for (const e of events(folder)) {
    const { edtf, start, end, basis, why, expressions } = e.time;
    const open = e.kind === "state" && !end.earliest && !end.latest; // a date alone says when such a state began
    const [from, to] = edtf?.includes("/") ? edtf.split("/") : [edtf, edtf && open ? ".." : edtf];
    yield [e.id, given({ kind: capital(e.kind), labels: e.kind === "state" ? ":Event:State" : ":Event", title: e.label, event_type: e.type, event_subtype: e.subtype, time: edtf,
      start_time: from, start_earliest: start.earliest, start_latest: start.latest, end_time: to, end_earliest: end.earliest, end_latest: end.latest,
      time_basis: edtf || start.earliest || start.latest || end.earliest || end.latest ? basis : null, time_why: why, time_expressions: expressions.map((x) => `${x.document}#char=${x.begin},${x.end} ${x.value} ${x.text}`),
      modality: e.modality, polarity: e.polarity, attribution: e.attribution.map((a) => a.text ?? name.get(a.entity)),
      amounts: e.participants.filter((p) => p.value).map(amount), source_documents: e.sources.documents,
      independent_sources: e.sources.independent, languages: e.sources.languages, confidence: e.confidence })];
  }
}

const TYPES = { before: "BEFORE", during: "DURING", overlaps: "OVERLAPS", ends: "ENDS", causes: "CAUSES", condition_of: "CONDITION_OF", supersedes: "SUPERSEDES", contradicts: "CONTRADICTS" };

/** Edges without ids, which are made of content; each is numbered among its equals. */
function* edges(folder) {
  const name = new Map(), published = new Map();
  for (const e of items(folder, "entities", "timeline.json")) name.set(e.id, e.name);
  for (const d of documents(folder)) {
    published.set(d.id, d.published?.edtf);
    if (d.copies_of) yield [d.id, d.copies_of, { interaction: "COPY_OF" }];
  }
  for (const e of items(folder, "entities", "timeline.json"))
    for (const m of e.mentions) yield [e.id, m.document, { interaction: "MENTIONED_IN", begin: m.begin, end: m.end, text: m.text, published_at: published.get(m.document) }];
  for (const e of events(folder)) {
    const { start, end } = e.time;
    const valid = { valid_from_earliest: start.earliest, valid_from_latest: start.latest, valid_to_earliest: end.earliest, valid_to_latest: end.latest };
    for (const p of e.participants) if (p.entity) yield [p.entity, e.id, { interaction: "PARTICIPATES", role: p.role, tier: p.tier, ...valid }];
    for (const a of e.attribution) if (a.entity) yield [a.entity, e.id, { interaction: "CLAIMS", edge_modality: e.modality, edge_polarity: e.polarity, ...valid }];
    for (const m of e.mentions)
      yield [e.id, m.document, { interaction: "MENTIONED_IN", begin: m.begin, end: m.end, text: m.text, trigger_begin: m.trigger?.begin, trigger_end: m.trigger?.end,
        said_modality: m.modality, said_polarity: m.polarity, said_by: m.attribution.map((a) => a.text ?? name.get(a.entity)), said_time: m.time_edtf,
        construction: m.construction, tier: m.tier, published_at: published.get(m.document), ...valid }];
  }
  for (const r of items(folder, "relations", "timeline.json")) yield [r.from, r.to, { interaction: TYPES[r.type], edge_why: r.why }];
  for (const { about, kind, why } of items(folder, "conflicts", "timeline.json")) {
    const pairs = about.length === 1 ? [[about[0], about[0]]] : about.flatMap((one, i) => about.slice(i + 1).map((other) => [one, other]));
    for (const [one, other] of pairs) yield [one, other, { interaction: "CONFLICTS_WITH", conflict: kind, edge_why: why }];
  }
}

const RECKONED = new Set(["weight", "valid_from", "valid_to", "claimed_at"]);
function* numbered(triples) {
  const seen = new Map();
  for (const [source, target, all] of triples) {
    const reckoned = /^(BEFORE|DURING|OVERLAPS|ENDS|CAUSES|CONDITION_OF|SUPERSEDES|CONTRADICTS|CONFLICTS_WITH|COPY_OF)$/.test(all.interaction);
    const values = Object.fromEntries(Object.entries(given(all)).filter(([k]) => !RECKONED.has(k) && !(reckoned && /^(valid|published)_/.test(k)) &&
      !(k === "published_at" && all.interaction !== "MENTIONED_IN")).sort());
    const id = JSON.stringify([source, target, values]), count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    yield [id + count, true];
  }
}

function* told(folder) {
  for (const { id, ...rest } of items(folder, "nodes")) yield [id, rest];
}

/** All edges but the direct ones, which say once more what an event's participants say. */
function* tied(folder) {
  for (const { source, target, key, event, ...rest } of items(folder, "edges")) if (!event) yield [source, target, rest];
}

for (const folder of folders) {
  await same("nodes", told(folder), () => nodes(folder));
  await same("edges", numbered(tied(folder)), () => numbered(edges(folder)));
}
end();
