// The openCypher script: Neo4j's own language tools find no error in it, and Grafeo, a database that speaks openCypher,
// runs it and answers the story's questions.
import { basename } from "node:path";
import grafeo from "@grafeo-db/js";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { answers, end, equal, folders, inCypher, items, lines, mapped, same } from "./expected.mjs";

// Of text no NUL, which Cypher has no escape for.
const held = (value) => (Array.isArray(value) ? value.map(held) : typeof value === "string" ? value.replaceAll("\0", "") : value);
const labelled = (labels) => ":" + [...labels].sort().join(":");

function* wantedNodes(folder) {
  for (const { kind, labels, ...node } of items(folder, "nodes")) yield [held(node.id), { ...mapped(node, held), labels: labelled(labels.slice(1).split(":")) }];
}
function* wantedEdges(folder) {
  for (const { key, ...edge } of items(folder, "edges")) yield [key, mapped(edge, held)];
}

for (const folder of folders) {
  const database = grafeo.GrafeoDB.create();
  const ask = async (query) => (await database.executeCypher(query)).toArray();
  const small = basename(folder) === "sample"; // the linter takes a second for ten statements
  for (const script of ["constraints", "story"]) {
    for (const line of lines(folder, `cypher/${script}.cypher`)) {
      if (!line) continue;
      if (small) equal("Neo4j's grammar: " + line.slice(0, 40), lintCypherQuery(line, {}).diagnostics.filter((d) => d.severity === 1), []);
      await database.executeCypher(line.replace(/;$/, ""));
    }
    // Elsewhere a constraint brings its index; here it does not.
    if (script === "constraints") for (const label of ["Document", "Entity", "Event"]) await ask(`CREATE INDEX ${label}_id FOR (n:${label}) ON (n.id)`);
  }
  // In parts, as a query may take 30 seconds, no more, which on a busy machine are soon over.
  async function* nodes() {
    for (let part = 0; part < 10; ++part)
      for (const { n: { _id, _labels, ...node } } of await ask(`MATCH (n) WHERE id(n) % 10 = ${part} RETURN n`)) yield [node.id, { ...node, labels: labelled(_labels) }];
  }
  await same("nodes", nodes(), () => wantedNodes(folder));
  async function* edges() {
    for (let part = 0; part < 10; ++part)
      for (const { source, target, r: { _id, _source, _target, _type, uid, ...edge } } of await ask(`MATCH (a)-[r]->(b) WHERE id(a) % 10 = ${part} RETURN a.id AS source, b.id AS target, r`))
        yield [uid, { source, target, interaction: _type, ...edge }];
  }
  await same("edges", edges(), () => wantedEdges(folder));
  const list = async (query) => (await ask(query)).map((r) => r.it).sort();
  await answers(folder, inCypher(list, (day) => `'${day}'`));
  if (small) {
    equal("rights on 1 March 2025", await list(`MATCH (e:Entity {title: 'Nordlinie'})-[p:PARTICIPATES {role: 'holder'}]->(v:State)
      WHERE p.valid_from_earliest <= '2025-03-01' AND p.valid_to_latest >= '2025-03-01' RETURN v.title AS it`), ["Nordlinie may match any offer for the “north quay”"]);
    equal("what changed on 21 January 2025", await list("MATCH (v:Event) WHERE v.start_time = '2025-01-21' OR v.end_time = '2025-01-21' RETURN v.title AS it"),
      ["First ship of Rutas del Sur arrives", "Nordlinie holds the only berth of Puerto Claro",
        "Nordlinie may match any offer for the “north quay”", "Rutas del Sur and Puerto Claro sign an agreement"]);
    equal("who says so", await list("MATCH (e:Entity)-[:CLAIMS]->(v:Event {title: 'Rutas del Sur and Puerto Claro sign an agreement'}) RETURN e.title AS it"), ["Inés Vega"]);
  }
  database.close();
}
end();
