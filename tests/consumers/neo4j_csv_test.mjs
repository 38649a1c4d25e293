// Ladybug, a graph database on disk, takes the bundle for neo4j-admin as it is: nodes and edges by their columns :ID, :START_ID and
// :END_ID, each value by the type that its header names, arrays at ";". Its tables have no labels of a row's own: these stay texts.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import lbug from "@ladybugdb/core";
import { end, folders, items, lines, mapped, same } from "./expected.mjs";

const held = (value) => (Array.isArray(value) ? value.map((item) => item.replaceAll(";", ",")) : value); // its separator
function* wantedNodes(folder) {
  for (const { id, kind, labels, ...node } of items(folder, "nodes")) yield [id, { ...mapped(node, held), LABEL: labels.slice(1).replaceAll(":", ";") }];
}
function* wantedEdges(folder) {
  for (const { key, source, target, interaction, ...edge } of items(folder, "edges"))
    yield [key, { source, target, TYPE: interaction, ...mapped(edge, held) }];
}

const TYPES = { long: "INT64", double: "DOUBLE", "string[]": "STRING[]" }; // a day stays as it is written: there are years of five digits
const column = (header) => { const [name, type] = header.split(":"); return { name: name || type, type: TYPES[type] ?? "STRING" }; };
const present = (object) => Object.fromEntries(Object.entries(object).filter(([name, value]) => value !== null && !name.startsWith("_"))
  .map(([name, value]) => [name, /_(earliest|latest)$/.test(name) ? value.replace(/^\+/, "") : value]));

const place = mkdtempSync(join(tmpdir(), "timeloom-neo4j-"));
for (const folder of folders) {
  const database = new lbug.Database(join(place, basename(folder) + ".lbug"));
  const connection = new lbug.Connection(database);
  const ask = async (query) => (await connection.query(query)).getAll();
  const files = readdirSync(join(folder, "neo4j")).filter((name) => name.endsWith(".csv")).map((name) => {
    const headers = lines(folder, "neo4j/" + name).next().value.trim().split(",");
    return { path: resolve(folder, "neo4j", name), columns: headers.map(column), nodes: headers.includes("id:ID") };
  });
  const declared = (nodes, but) => [...new Map(files.filter((f) => f.nodes === nodes).flatMap((f) => f.columns).filter((c) => !but.includes(c.name))
    .map((c) => [c.name, `\`${c.name}\` ${c.type}`])).values()].join(", ");
  await ask(`CREATE NODE TABLE Node(${declared(true, [])}, PRIMARY KEY(id))`);
  await ask(`CREATE REL TABLE Edge(FROM Node TO Node, ${declared(false, ["START_ID", "END_ID"])})`);
  for (const { path, columns, nodes } of files.sort((a, b) => b.nodes - a.nodes)) {
    const named = columns.filter((c) => !["START_ID", "END_ID"].includes(c.name)).map((c) => `\`${c.name}\``).join(", ");
    const values = columns.map((c, i) => (c.type === "STRING[]" ? `string_split(c${i}, ';')` : `c${i}`)).join(", ");
    const scanned = columns.map((c, i) => `c${i} ${c.type === "STRING[]" ? "STRING" : c.type}`).join(", ");
    await ask(`COPY ${nodes ? "Node" : "Edge"}(${named}) FROM (LOAD WITH HEADERS (${scanned}) FROM "${path}" (header=true, parallel=false, escape='"') RETURN ${values})`);
  }
  await same("nodes", (await ask("MATCH (n) RETURN n")).map(({ n: { id, ...node } }) => [id, present(node)]), () => wantedNodes(folder));
  async function* edges() { // in parts: of 680,000 edges at once the binding hands out two with empty lists, which the database has whole
    for (let part = 0; part < 10; ++part)
      for (const { source, target, r: { uid, ...edge } } of await ask(`MATCH (a)-[r]->(b) WHERE offset(id(r)) % 10 = ${part} RETURN a.id AS source, b.id AS target, r`))
        yield [uid, present({ source, target, ...edge })];
  }
  await same("edges", edges(), () => wantedEdges(folder));
  await connection.close();
  await database.close();
}
rmSync(place, { recursive: true, force: true });
end();
