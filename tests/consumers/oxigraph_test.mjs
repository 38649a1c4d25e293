// oxigraph reads TriG and JSON-LD, every quad as it went in, and answers in SPARQL.
import { basename, join } from "node:path";
import { readFileSync } from "node:fs";
import { answers, end, equal, folders, inSparql, story } from "./expected.mjs";
import { JSONLD, TRIG, differences, documentsOf } from "./quads.mjs";
import { Store, parse } from "oxigraph";

const prefixes = `PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX tl: <urn:timeloom:term:>
  PREFIX gaf: <http://groundedannotationframework.org/gaf#> PREFIX schema: <http://schema.org/> `;

/** A file in pieces, as a store of WebAssembly takes one that is larger than it can hold twice. */
function* pieces(folder, name) {
  const bytes = readFileSync(join(folder, name));
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}

/**
 * The quads of a file, one after another. Each object stands for memory of WebAssembly's, which is given back at once: left to the
 * collector, which is not heard while a loop runs, the list of what waits for it makes every further quad slower.
 */
function* quads(folder, kind) {
  for (const document of documentsOf(folder, kind)) {
    const parser = parse([document], { format: kind.format });
    for (let step = parser.next(); !step.done; step = parser.next()) {
      const quad = step.value;
      const { subject, predicate, object, graph } = quad;
      const datatype = object.datatype;
      const read = [subject.value, predicate.value, object.value, object.language ?? "", datatype?.value ?? "", graph.value];
      for (const held of [step, quad, subject, predicate, object, graph, datatype]) held?.free?.();
      yield read;
    }
    parser.free();
  }
}

/** The questions, to a store that holds the story: 0.4 KB a quad, of the 4 GB that WebAssembly has. */
async function asked(folder) {
  const store = new Store();
  store.load(pieces(folder, "timeline.trig"), { format: "application/trig", no_transaction: true });
  const ask = (query) => store.query(prefixes + query, { use_default_graph_as_union: true });
  const { events, documents } = story(folder);
  equal("events", ask("SELECT DISTINCT ?e WHERE { ?e a sem:Event }").length, events.length);
  const plain = (text) => text.replaceAll("\0", "");
  const labels = new Set(ask("SELECT ?l WHERE { ?e a sem:Event ; rdfs:label ?l }").map((r) => r.get("l").value));
  equal("labels", labels, new Set(events.map((e) => plain(e.label))));
  const quotes = new Set(ask("SELECT ?t WHERE { ?q oa:exact ?t }").map((r) => r.get("t").value));
  equal("quotations", events.flatMap((e) => e.mentions).filter((m) => !quotes.has(plain(m.text))), []);
  equal("documents", ask("SELECT ?d WHERE { ?d a <http://schema.org/NewsArticle> }").length, documents.length);
  await answers(folder, inSparql((query) => ask(query).map((row) => row.get("it").value)));
  if (basename(folder) === "sample") {
    const rights = ask(`SELECT ?label WHERE { ?event tl:holder ?who ; rdfs:label ?label ; sem:hasEarliestBeginTimeStamp ?from ; sem:hasLatestEndTimeStamp ?to .
      ?who rdfs:label "Nordlinie" . FILTER(?from <= "2025-03-01"^^xsd:date && ?to >= "2025-03-01"^^xsd:date) }`);
    equal("rights of Nordlinie on 1 March 2025", rights.map((r) => r.get("label").value), ["Nordlinie may match any offer for the “north quay”"]);
    const changed = ask(`SELECT DISTINCT ?label WHERE { ?event a sem:Event ; rdfs:label ?label .
      { ?event sem:hasBeginTimeStamp "2025-01-21"^^xsd:date } UNION { ?event sem:hasEndTimeStamp "2025-01-21"^^xsd:date } } ORDER BY ?label`);
    equal("what changed on 21 January 2025", changed.map((r) => r.get("label").value),
      ["First ship of Rutas del Sur arrives", "Nordlinie holds the only berth of Puerto Claro",
        "Nordlinie may match any offer for the “north quay”", "Rutas del Sur and Puerto Claro sign an agreement"]);
    const says = ask(`SELECT ?name WHERE { ?g tl:asserts ?event ; prov:wasAttributedTo ?who . ?who rdfs:label ?name . ?event rdfs:label "Rutas del Sur and Puerto Claro sign an agreement"@en }`);
    equal("who says so", says.map((r) => r.get("name").value), ["Inés Vega"]);
  }
  store.free();
}

for (const folder of folders) {
  await asked(folder); // first, while WebAssembly's memory is whole
  equal("TriG, quad by quad", differences(() => quads(folder, TRIG), folder), []);
  equal("JSON-LD, quad by quad", differences(() => quads(folder, JSONLD), folder), []);
}
end();
