// The RDF of a timeline, quad by quad, made anew from its timeline.json, and the comparison with what a parser reads. Of a quad only
// a digest of eight bytes is kept, so that millions fit; a difference is then shown in words.
// As a program, `node quads.mjs FOLDER`, it writes the digests, sorted, to standard output, for readers in other languages.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argv } from "node:process";
import { documents, events, items } from "./expected.mjs";

const PREFIXES = {
  a: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", rdfs: "http://www.w3.org/2000/01/rdf-schema#", xsd: "http://www.w3.org/2001/XMLSchema#",
  owl: "http://www.w3.org/2002/07/owl#", sem: "http://semanticweb.cs.vu.nl/2009/11/sem/", prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#", gaf: "http://groundedannotationframework.org/gaf#", time: "http://www.w3.org/2006/time#",
  schema: "http://schema.org/", wikidata: "http://www.wikidata.org/entity/", edtf: "http://id.loc.gov/datatypes/edtf/", tl: "urn:timeloom:term:",
};
const name = (short) => short === "a" ? PREFIXES.a : PREFIXES[short.slice(0, short.indexOf(":"))] + short.slice(short.indexOf(":") + 1);
const iri = (id) => "urn:timeloom:" + [...Buffer.from(id)].map((byte) => {
  const c = String.fromCharCode(byte);
  return /[\w\-.~:#=,/]/.test(c) && byte < 128 ? c : "%" + byte.toString(16).toUpperCase().padStart(2, "0");
}).join("");
const TEXT = name("xsd:string"), TAGGED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

/** What the frames of the data folder add (equivalents of a type in other vocabularies), which timeline.json does not have. */
const added = (predicate) => predicate === name("sem:eventType");

/** Yields [subject, predicate, object, language, datatype, graph]; of an IRI language and datatype are "". */
export function* wantedQuads(folder) {
  let graph = "", subject = "";
  const thing = (predicate, id) => [subject, name(predicate), iri(id), "", "", graph];
  const term = (predicate, short) => [subject, name(predicate), name(short), "", "", graph];
  const text = (predicate, value, language) => (value ? [[subject, name(predicate), value.replaceAll("\0", ""), language || "", language ? TAGGED : TEXT, graph]] : []);
  const typed = (predicate, value, type) => (value ? [[subject, name(predicate), value, "", name(type), graph]] : []);
  const partial = (predicate, edtf) => {
    const date = /^Y?(-?\d{4,})(-\d\d)?(-\d\d)?[~?%]?$/.exec(edtf ?? "");
    return date ? typed(predicate, date.slice(1).join(""), date[3] ? "xsd:date" : date[2] ? "xsd:gYearMonth" : "xsd:gYear") : [];
  };
  const language = new Map(), place = new Set();
  const span = (m) => `${m.document}#char=${m.begin},${m.end}`;
  function* quoted(m) {
    subject = iri(span(m));
    yield term("a", "oa:SpecificResource");
    yield thing("oa:hasSource", m.document);
    yield thing("oa:hasSelector", span(m) + "/position");
    yield thing("oa:hasSelector", span(m) + "/quote");
    subject = iri(span(m) + "/position");
    yield term("a", "oa:TextPositionSelector");
    yield* typed("oa:start", String(m.begin), "xsd:nonNegativeInteger");
    yield* typed("oa:end", String(m.end), "xsd:nonNegativeInteger");
    subject = iri(span(m) + "/quote");
    yield term("a", "oa:TextQuoteSelector");
    yield* text("oa:exact", m.text, language.get(m.document));
  }
  for (const d of documents(folder)) {
    language.set(d.id, d.language);
    subject = iri(d.id);
    yield term("a", "prov:Entity");
    yield term("a", "schema:NewsArticle");
    yield* text("schema:headline", d.title, d.language);
    for (const [predicate, value] of [["schema:inLanguage", d.language], ["schema:publisher", d.publisher], ["schema:url", d.url], ["tl:file", d.uri], ["tl:sha256", d.sha256]])
      yield* text(predicate, value);
    yield* partial("schema:datePublished", d.published?.edtf);
    yield* typed("tl:published", d.published?.edtf, "edtf:EDTF");
    for (const why of d.published?.why ?? []) yield* text("tl:published_why", why, "en");
    if (d.copies_of) yield thing("prov:wasDerivedFrom", d.copies_of);
  }
  const CLASSES = { organization: "Organization", person: "Person", place: "Place", product: "Product", project: "Project", work: "CreativeWork", other: "Thing" };
  for (const e of items(folder, "entities", "timeline.json")) {
    subject = iri(e.id);
    if (e.type === "place") place.add(e.id);
    yield term("a", "schema:" + CLASSES[e.type]);
    yield term("a", e.type === "place" ? "sem:Place" : "sem:Actor");
    yield* text("rdfs:label", e.name);
    for (const alias of e.aliases) yield* text("schema:alternateName", alias);
    for (const same of e.same_as) if (/^wikidata:\w+$/.test(same)) yield term("owl:sameAs", same);
    for (const m of e.mentions) yield thing("gaf:denotedBy", span(m));
    for (const m of e.mentions) yield* quoted(m);
  }
  for (const e of events(folder)) {
    const { edtf, start, end, why } = e.time;
    graph = iri("assertion:" + e.id);
    subject = iri(e.id);
    yield term("a", "sem:Event");
    yield term("a", "tl:" + e.type.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join(""));
    if (e.kind === "state") yield term("a", "tl:State");
    yield* text("rdfs:label", e.label, "en");
    yield* typed("tl:time", edtf && edtf, "edtf:EDTF");
    const open = e.kind === "state" && !end.earliest && !end.latest;
    const [from, to] = edtf?.includes("/") ? edtf.split("/") : [edtf, open ? ".." : edtf];
    if (from === to) yield* partial("sem:hasTimeStamp", from);
    yield* partial("sem:hasBeginTimeStamp", from);
    yield* partial("sem:hasEndTimeStamp", to);
    for (const [predicate, day] of [["sem:hasEarliestBeginTimeStamp", start.earliest], ["sem:hasLatestBeginTimeStamp", start.latest],
      ["sem:hasEarliestEndTimeStamp", end.earliest], ["sem:hasLatestEndTimeStamp", end.latest]]) yield* typed(predicate, day, "xsd:date");
    const amounts = e.participants.filter((p) => !p.entity), about = subject;
    for (const p of e.participants) {
      if (p.entity) yield thing(place.has(p.entity) ? "sem:hasPlace" : "sem:hasActor", p.entity);
      yield thing("tl:" + p.role, p.entity ?? `${e.id}/amount/${amounts.indexOf(p)}`);
    }
    const interval = e.kind === "state" && (start.earliest || end.latest);
    if (interval) yield thing("time:hasTime", e.id + "/interval");
    for (const [i, { value: { number, unit, bound } }] of amounts.entries()) {
      subject = iri(`${e.id}/amount/${i}`);
      yield term("a", "schema:QuantitativeValue");
      yield* text("rdfs:label", [bound, String(number), unit].filter(Boolean).join(" "));
      yield* typed("schema:value", String(number), "xsd:decimal");
      yield* text("schema:unitText", unit);
      yield* text("tl:bound", bound);
    }
    if (interval) {
      subject = iri(e.id + "/interval");
      yield term("a", "time:ProperInterval");
      if (start.earliest) yield thing("time:hasBeginning", e.id + "/beginning");
      if (end.latest) yield thing("time:hasEnd", e.id + "/end");
      for (const [part, day] of [["beginning", start.earliest], ["end", end.latest]]) {
        if (!day) continue;
        subject = iri(`${e.id}/${part}`);
        yield term("a", "time:Instant");
        yield* typed("time:inXSDDate", day, "xsd:date");
      }
    }
    [subject, graph] = [graph, ""];
    yield term("a", "tl:Assertion");
    yield term("a", "prov:Entity");
    yield thing("tl:asserts", e.id);
    yield* text("tl:modality", e.modality);
    yield* text("tl:polarity", e.polarity);
    yield* typed("tl:confidence", String(e.confidence), "xsd:decimal");
    yield* typed("tl:independent_sources", String(e.sources.independent), "xsd:integer");
    for (const who of e.attribution) yield* who.entity ? [thing("prov:wasAttributedTo", who.entity)] : text("tl:according_to", who.text);
    for (const reason of why) yield* text("tl:time_why", reason, "en");
    for (const m of e.mentions) yield thing("prov:wasDerivedFrom", m.document);
    subject = about;
    for (const m of e.mentions) yield thing("gaf:denotedBy", span(m));
    for (const m of e.mentions) yield* quoted(m);
  }
  for (const r of items(folder, "relations", "timeline.json")) {
    subject = iri(r.from);
    yield thing("tl:" + r.type, r.to);
  }
  for (const c of items(folder, "conflicts", "timeline.json")) {
    subject = iri(["conflict", ...c.about, c.kind].join("/"));
    yield term("a", "tl:Conflict");
    yield* text("tl:about_what", c.kind);
    for (const id of c.about) yield thing("tl:between", "assertion:" + id);
    for (const why of c.why) yield* text("rdfs:comment", why, "en");
  }
}

const digest = (quad) => createHash("md5").update(quad.join("\0")).digest().readBigUInt64LE();

/** The digests of quads, sorted, each once. */
export function digests(quads) {
  let held = new BigUint64Array(1 << 16), count = 0;
  for (const quad of quads) {
    if (added(quad[1])) continue;
    if (count === held.length) { const more = new BigUint64Array(2 * count); more.set(held); held = more; }
    held[count++] = digest(quad);
  }
  held = held.subarray(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count; ++i) if (!i || held[i] !== held[kept - 1]) held[kept++] = held[i];
  return held.subarray(0, kept);
}

/** How many quads there are, and, for each side, the first that the other does not have: [0, 0] of two equal sides. `got` is called anew for each look. */
export function differences(got, folder) {
  const ours = digests(got()), theirs = digests(wantedQuads(folder));
  const lacking = (quads, all) => {
    const known = (d) => { let low = 0, high = all.length; while (low < high) { const at = (low + high) >> 1; if (all[at] < d) low = at + 1; else high = at; } return all[low] === d; };
    for (const quad of quads) if (!added(quad[1]) && !known(digest(quad))) return quad.map((part) => part.slice(0, 200)).join(" | ");
  };
  if (ours.length === theirs.length && Buffer.compare(Buffer.from(ours.buffer, 0, ours.byteLength), Buffer.from(theirs.buffer, 0, theirs.byteLength)) === 0) return [];
  return [`${ours.length} quads, wanted ${theirs.length}`, lacking(got(), theirs), lacking(wantedQuads(folder), ours)];
}

/** A file as several of some 10 MB, each with the prefixes or the context of the whole: no text of JavaScript is as long as a file may be, and
 * oxigraph's parser breaks down on longer ones ("unreachable"). */
export function* documentsOf(folder, { name, begins, cut, kept, between, tail }) {
  const bytes = readFileSync(join(folder, name)), head = bytes.subarray(0, bytes.indexOf(begins) + 1), last = bytes.length - tail.length;
  for (let at = head.length, next; at < last; at = next + between.length) {
    next = bytes.indexOf(cut, at + 1e7);
    next = next < 0 ? last : next + kept;
    yield Buffer.concat([head, bytes.subarray(at, next), Buffer.from(tail)]);
  }
}

export const TRIG = { name: "timeline.trig", format: "application/trig", begins: "\n<", cut: "\n}\n", kept: 3, between: "", tail: "" };
export const JSONLD = { name: "timeline.jsonld", format: "application/ld+json", begins: "\n{", cut: ',\n{"@id":"urn:timeloom:assertion:', kept: 0, between: ",\n", tail: "\n]}\n" };

if (basename(argv[1]) === "quads.mjs") {
  const all = digests(wantedQuads(argv[2]));
  process.stdout.write(new Uint8Array(all.buffer, all.byteOffset, all.byteLength));
}
