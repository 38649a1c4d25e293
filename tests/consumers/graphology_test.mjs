// graphology reads the GraphML and the GEXF, in a browser's DOM as jsdom makes it. That takes 0.2 MB a node or edge: a large file
// is read in pieces, each a file of its own with the same head, in which the ends of edges are made as they are met.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { edges, end, equal, folders, nodes, same } from "./expected.mjs";

const WHOLE = 2e7; // bytes that are read as one

const { window } = new JSDOM("");
Object.assign(globalThis, { DOMParser: window.DOMParser, Document: window.Document, XMLDocument: window.XMLDocument });
const { default: Graph } = await import("graphology");
const { default: graphml } = await import("graphology-graphml/browser/index.js");
const { default: gexf } = await import("graphology-gexf/browser/index.js");

function* nodesOf(graph) { for (const { node, attributes } of graph.nodeEntries()) yield [node, attributes]; }
function* edgesOf(graph) { for (const { edge, source, target, attributes } of graph.edgeEntries()) yield [edge, { source, target, attributes }]; }

// GEXF has its own places for a node's title and an edge's relationship, and needs no copy of an id.
function* gexfNodes(folder) {
  for (const [id, { title, node_id, ...rest }] of nodes(folder)) yield [id, { ...rest, label: title }];
}
function* gexfEdges(folder) {
  for (const [id, { source, target, attributes: { uid, relationship, interaction, ...rest } }] of edges(folder))
    yield [id, { source, target, attributes: { ...rest, label: interaction, kind: interaction } }];
}

/** Yields the file itself, or in pieces its `part`, "node" or "edge". */
function* files(folder, name, part) {
  const bytes = readFileSync(join(folder, name));
  if (bytes.length < WHOLE) return yield { text: bytes.toString(), whole: true };
  const first = (tag) => bytes.indexOf(`\n<${tag} `) + 1, after = (tag) => bytes.lastIndexOf(`</${tag}>`) + tag.length + 4;
  const head = bytes.subarray(0, first("node")), between = bytes.subarray(after("node"), first("edge")), tail = bytes.subarray(after("edge"));
  for (let at = first(part), next; at < after(part); at = next) {
    next = bytes.indexOf(`\n<${part} `, at + WHOLE / 4) + 1 || after(part);
    if (next > after(part)) next = after(part);
    const items = bytes.subarray(at, next);
    yield { text: Buffer.concat(part === "node" ? [head, items, between, tail] : [head, between, items, tail]).toString(), whole: false };
  }
}

/** Yields what `of` finds in the graph of each piece. */
function* read(parser, folder, name, part, options, of) {
  for (const { text, whole } of files(folder, name, part)) {
    const graph = parser.parse(Graph, text, { ...options, addMissingNodes: !whole && part === "edge" });
    if (graph.size && graph.type !== "directed") throw new Error("the graph is " + graph.type);
    yield* of(graph);
  }
}

for (const folder of folders) {
  same("nodes", read(graphml, folder, "graph.graphml", "node", {}, nodesOf), () => nodes(folder));
  same("edges", read(graphml, folder, "graph.graphml", "edge", {}, edgesOf), () => edges(folder));
  const strict = { allowUndeclaredAttributes: false };
  same("GEXF nodes", read(gexf, folder, "graph.gexf", "node", strict, nodesOf), () => gexfNodes(folder));
  same("GEXF edges", read(gexf, folder, "graph.gexf", "edge", strict, edgesOf), () => gexfEdges(folder));
}
end();
