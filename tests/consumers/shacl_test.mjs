// A SHACL validator finds nothing in the RDF against docs/timeline.shapes.ttl, and finds what is spoiled.
import { readFileSync } from "node:fs";
import { DataFactory, Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";
import { end, equal, folders, items } from "./expected.mjs";
import { TRIG, documentsOf } from "./quads.mjs";

const triples = (text, format) => new Parser({ format }).parse(text);
const shapes = new Store(triples(readFileSync(new URL("../../docs/timeline.shapes.ttl", import.meta.url), "utf8")));
const validator = new SHACLValidator(shapes, { maxNodeChecks: 0 }); // no shape leads back to itself: nothing to count

/** What the validator says of the union of all graphs, which it must have in a store with indices: in a plain list each look passes over all. */
async function findings(store) {
  return (await validator.validate(store)).results.map((r) => `${r.focusNode.value} ${r.path?.value}: ${r.message}`);
}

for (const folder of folders) {
  const store = new Store();
  for (const document of documentsOf(folder, TRIG))
    for (const { subject, predicate, object } of triples(document.toString(), "application/trig")) store.addQuad(subject, predicate, object);
  const told = (type) => store.countQuads(null, DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), DataFactory.namedNode(type), null);
  let events = 0;
  for (const _ of items(folder, "events", "timeline.json")) ++events;
  equal("every event is looked at, and its assertion", [told("http://semanticweb.cs.vu.nl/2009/11/sem/Event"), told("urn:timeloom:term:Assertion")], [events, events]);
  equal("SHACL finds nothing", await findings(store), []);

  // The shapes must be able to fail: each of these is found, once or at every place that it stands.
  const iri = (name) => DataFactory.namedNode("urn:timeloom:" + name), term = (name) => iri("term:" + name);
  const [assertion] = store.getSubjects(term("asserts"), null, null), [event] = store.getObjects(assertion, term("asserts"), null);
  if (events > 1000) continue;
  for (const [what, subject, predicate, object] of [
    ["a second modality", assertion, term("modality"), DataFactory.literal("wished")],
    ["a source that is no article", assertion, DataFactory.namedNode("http://www.w3.org/ns/prov#wasDerivedFrom"), iri("nowhere")],
    ["a second label", event, DataFactory.namedNode("http://www.w3.org/2000/01/rdf-schema#label"), DataFactory.literal("another")],
    ["a mention that is none", event, DataFactory.namedNode("http://groundedannotationframework.org/gaf#denotedBy"), iri("nowhere")],
    ["an event that nobody asserts", iri("event:none"), DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), DataFactory.namedNode("http://semanticweb.cs.vu.nl/2009/11/sem/Event")]]) {
    store.addQuad(subject, predicate, object);
    equal("SHACL finds " + what, (await findings(store)).length > 0, true);
    store.removeQuad(subject, predicate, object);
  }
}
end();
