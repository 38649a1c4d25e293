// Cytoscape.js takes its own JSON, and the GraphML through cytoscape-graphml.
import { JSDOM } from "jsdom";
import { end, equal, folders, items, nodes, read, same } from "./expected.mjs";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser });
const { default: cytoscape } = await import("cytoscape");
const { default: jquery } = await import("jquery");
const { default: graphml } = await import("cytoscape-graphml");
graphml(cytoscape, typeof jquery.parseXML === "function" ? jquery : jquery(window));

const data = (elements, value = (d) => d) => elements.toArray().map((e) => [e.id(), value(e.data())]);
function* wantedNodes(folder) { for (const node of items(folder, "nodes")) yield [node.id, node]; }
function* wantedEdges(folder) { for (const { key, ...rest } of items(folder, "edges")) yield [key, { ...rest, id: key }]; }
function* titles(folder) { for (const [id, node] of nodes(folder)) yield [id, node.title]; }

for (const folder of folders) {
  const own = cytoscape({ headless: true, ...JSON.parse(read(folder, "cytoscape.json")) });
  same("nodes", data(own.nodes()), () => wantedNodes(folder));
  same("edges", data(own.edges()), () => wantedEdges(folder));
  if (own.nodes().length > 1000) continue; // cytoscape-graphml looks up each element with jQuery: minutes for thousands
  const foreign = cytoscape({ headless: true });
  foreign.graphml(read(folder, "graph.graphml"));
  equal("GraphML edges", foreign.edges().length, own.edges().length);
  same("GraphML titles", data(foreign.nodes(), (d) => d.nodelabel), () => titles(folder));
}
end();
