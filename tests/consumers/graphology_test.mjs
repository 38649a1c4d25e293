// graphology reads the GraphML and the GEXF, in a browser's DOM as jsdom makes it.
import { JSDOM } from "jsdom";
import { edges, end, equal, folders, nodes, read, same } from "./expected.mjs";

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

for (const folder of folders) {
  const graph = graphml.parse(Graph, read(folder, "graph.graphml"), { addMissingNodes: false });
  equal("directed", graph.type, "directed");
  same("nodes", nodesOf(graph), () => nodes(folder));
  same("edges", edgesOf(graph), () => edges(folder));

  const dynamic = gexf.parse(Graph, read(folder, "graph.gexf"), { allowUndeclaredAttributes: false });
  same("GEXF nodes", nodesOf(dynamic), () => gexfNodes(folder));
  same("GEXF edges", edgesOf(dynamic), () => gexfEdges(folder));
}
end();
