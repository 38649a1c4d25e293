// graphology reads the GraphML and the GEXF, in a browser's DOM as jsdom makes it.
import { JSDOM } from "jsdom";
import { equal, end, folders, load, read } from "./expected.mjs";

const { window } = new JSDOM("");
Object.assign(globalThis, { DOMParser: window.DOMParser, Document: window.Document, XMLDocument: window.XMLDocument });
const { default: Graph } = await import("graphology");
const { default: graphml } = await import("graphology-graphml/browser/index.js");
const { default: gexf } = await import("graphology-gexf/browser/index.js");

for (const folder of folders) {
  const { nodes, edges } = load(folder);
  const graph = graphml.parse(Graph, read(folder, "graph.graphml"), { addMissingNodes: false });
  equal("directed", graph.type, "directed");
  const gotNodes = {}, gotEdges = {};
  graph.forEachNode((id, attributes) => { gotNodes[id] = { ...attributes }; });
  graph.forEachEdge((id, attributes, source, target) => { gotEdges[id] = { source, target, attributes: { ...attributes } }; });
  equal("nodes", gotNodes, nodes);
  equal("edges", gotEdges, edges);

  const dynamic = gexf.parse(Graph, read(folder, "graph.gexf"), { allowUndeclaredAttributes: false });
  equal("GEXF size", [dynamic.order, dynamic.size], [Object.keys(nodes).length, Object.keys(edges).length]);
  const titles = {};
  dynamic.forEachNode((id, attributes) => { titles[id] = attributes.label; });
  equal("GEXF labels", titles, Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, node.title])));
  const clauses = {};
  dynamic.forEachEdge((id, attributes) => { if (attributes.text !== undefined) clauses[id] = attributes.text; });
  equal("GEXF quotations", clauses, Object.fromEntries(Object.entries(edges).filter(([, e]) => "text" in e.attributes).map(([id, e]) => [id, e.attributes.text])));
}
end();
