// Cytoscape.js takes its own JSON, and the GraphML through cytoscape-graphml.
import { JSDOM } from "jsdom";
import { equal, end, folders, load, read } from "./expected.mjs";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser });
const { default: cytoscape } = await import("cytoscape");
const { default: jquery } = await import("jquery");
const { default: graphml } = await import("cytoscape-graphml");
graphml(cytoscape, typeof jquery.parseXML === "function" ? jquery : jquery(window));

for (const folder of folders) {
  const { nodes, edges } = load(folder);
  const own = cytoscape({ headless: true, ...JSON.parse(read(folder, "cytoscape.json")) });
  equal("nodes", own.nodes().length, Object.keys(nodes).length);
  equal("edges", own.edges().length, Object.keys(edges).length);
  const raw = JSON.parse(read(folder, "node-link.json"));
  equal("node data", Object.fromEntries(own.nodes().map((n) => [n.id(), n.data()])), Object.fromEntries(raw.nodes.map((n) => [n.id, n])));
  equal("edge data", Object.fromEntries(own.edges().map((e) => [e.id(), e.data()])),
    Object.fromEntries(raw.edges.map(({ key, ...rest }) => [key, { ...rest, id: key }])));
  if (raw.nodes.length > 1000) continue; // cytoscape-graphml looks up each element with jQuery: minutes for thousands
  const foreign = cytoscape({ headless: true });
  foreign.graphml(read(folder, "graph.graphml"));
  equal("GraphML nodes", foreign.nodes().length, Object.keys(nodes).length);
  equal("GraphML edges", foreign.edges().length, Object.keys(edges).length);
  equal("GraphML titles", Object.fromEntries(foreign.nodes().map((n) => [n.id(), n.data("nodelabel")])),
    Object.fromEntries(Object.entries(nodes).map(([id, n]) => [id, n.title])));
}
end();
