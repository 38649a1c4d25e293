// Ladybug loads its bundle into a database on disk; Cypher answers the story's questions.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import lbug from "@ladybugdb/core";
import { answers, end, equal, folders, inCypher, items, listText, mapped, read, same } from "./expected.mjs";

// Of text no NUL and no line end, of days those in years of four digits.
const plain = (text) => text.replace(/\0/g, "").replace(/[\n\r]/g, " ");
const held = (value) => (Array.isArray(value) ? plain(listText(value)) : typeof value === "string" ? plain(value) : value);
const present = (object) => Object.fromEntries(Object.entries(object).filter(([name, value]) =>
  value !== null && value !== "" && !name.startsWith("_") && !(/_(earliest|latest)$/.test(name) && !/^\d{4}-/.test(value))));
const day = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

function* wantedNodes(folder) { for (const { kind, ...node } of items(folder, "nodes")) yield [plain(node.id), present(mapped(node, held))]; }
function* wantedEdges(folder) { for (const edge of items(folder, "edges")) yield [edge.key, present(mapped(edge, held))]; }

const place = mkdtempSync(join(tmpdir(), "timeloom-ladybug-"));
const here = process.cwd();
for (const folder of folders) {
  const database = new lbug.Database(join(place, basename(folder) + ".lbug"));
  const connection = new lbug.Connection(database);
  const ask = async (query) => (await connection.query(query)).getAll();
  process.chdir(resolve(folder, "ladybug"));
  for (const script of ["schema.cypher", "copy.cypher"])
    for (const statement of read(".", script).split(";\n").filter((s) => s.trim())) await connection.query(statement + ";");
  process.chdir(here);

  const nodes = (await ask("MATCH (n) RETURN n")).map(({ n }) => [n.id, present(mapped(n, day))]);
  await same("nodes", nodes, () => wantedNodes(folder));
  const edges = (await ask("MATCH (a)-[r]->(b) RETURN a.id AS source, b.id AS target, r")).map(({ source, target, r: { uid, _label, ...rest } }) =>
    [uid, present(mapped({ source, target, key: uid, interaction: _label, ...rest }, day))]);
  await same("edges", edges, () => wantedEdges(folder));

  const list = async (query) => (await ask(query)).map((r) => r.it);
  await answers(folder, inCypher(list, (day) => `date('${day}')`));
  if (basename(folder) === "sample") {
    equal("rights on 1 March 2025", await list(`MATCH (e:Entity {title: 'Nordlinie'})-[p:PARTICIPATES {role: 'holder'}]->(v:Event)
      WHERE p.valid_from_earliest <= date('2025-03-01') AND p.valid_to_latest >= date('2025-03-01') RETURN v.title AS it`),
    ["Nordlinie may match any offer for the “north quay”"]);
    equal("the same by direct edges", await list(`MATCH (e:Entity {title: 'Nordlinie'})-[r:HAS_RIGHT_OF_FIRST_REFUSAL_OVER]->(o:Entity)
      WHERE r.valid_from_earliest <= date('2025-03-01') AND r.valid_to_latest >= date('2025-03-01') RETURN o.title AS it`), ["Puerto Claro"]);
    equal("what changed on 21 January 2025", await list(`MATCH (v:Event) WHERE v.start_time = '2025-01-21' OR v.end_time = '2025-01-21' RETURN v.title AS it ORDER BY it`),
      ["First ship of Rutas del Sur arrives", "Nordlinie holds the only berth of Puerto Claro",
        "Nordlinie may match any offer for the “north quay”", "Rutas del Sur and Puerto Claro sign an agreement"]);
    equal("who says so", await list(`MATCH (e:Entity)-[:CLAIMS]->(v:Event {title: 'Rutas del Sur and Puerto Claro sign an agreement'}) RETURN e.title AS it`), ["Inés Vega"]);
  }
  await connection.close();
  await database.close();
}
rmSync(place, { recursive: true, force: true });
end();
