// Ladybug loads its bundle into a database on disk; Cypher answers the story's questions.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { equal, end, folders, read, story } from "./expected.mjs";
import lbug from "@ladybugdb/core";

const place = mkdtempSync(join(tmpdir(), "timeloom-ladybug-"));
const here = process.cwd();
for (const folder of folders) {
  const database = new lbug.Database(join(place, basename(folder) + ".lbug"));
  const connection = new lbug.Connection(database);
  const ask = async (query) => { const result = await connection.query(query); return result.getAll(); };
  process.chdir(resolve(folder, "ladybug"));
  for (const script of ["schema.cypher", "copy.cypher"])
    for (const statement of read(".", script).split(";\n").filter((s) => s.trim())) await connection.query(statement + ";");
  process.chdir(here);
  const raw = JSON.parse(read(folder, "node-link.json"));
  equal("nodes", Number((await ask("MATCH (n) RETURN count(n) AS n"))[0].n), raw.nodes.length);
  equal("edges", Number((await ask("MATCH ()-[r]->() RETURN count(r) AS n"))[0].n), raw.edges.length);
  const plain = (text) => text.replace(/\0/g, "").replace(/[\n\r]/g, " ");
  const titles = Object.fromEntries((await ask("MATCH (n) RETURN n.id AS id, n.title AS title")).map((r) => [r.id, r.title]));
  equal("titles", titles, Object.fromEntries(raw.nodes.map((n) => [plain(n.id), plain(n.title)])));
  const uids = (await ask("MATCH ()-[r]->() RETURN r.uid AS uid")).map((r) => r.uid).sort();
  equal("edge ids", uids, raw.edges.map((e) => plain(e.key)).sort());
  const quotes = (await ask("MATCH (:Event)-[m:MENTIONED_IN]->(:Document) RETURN m.text AS text")).map((r) => r.text).sort();
  equal("quotations", quotes, story(folder).events.flatMap((e) => e.mentions.map((m) => plain(m.text))).sort());
  if (basename(folder) === "sample") {
    const list = async (query) => (await ask(query)).map((r) => r.it);
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
