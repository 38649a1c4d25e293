// graphology reads the GraphML and the GEXF, in the DOM of a browser. A file may be longer than a text can be: it is read in
// pieces, each a file of its own with the same head, in which the ends of edges are made as they are met.
import { bundle, installed, launch, openPage } from "./browser.mjs";
import { edges, end, folders, nodes, pieces, same, skip } from "./expected.mjs";

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }

// GEXF has its own places for a node's title and an edge's relationship, and needs no copy of an id.
function* gexfNodes(folder) {
  for (const [id, { title, node_id, ...rest }] of nodes(folder)) yield [id, { ...rest, label: title }];
}
function* gexfEdges(folder) {
  for (const [id, { source, target, attributes: { uid, relationship, interaction, ...rest } }] of edges(folder))
    yield [id, { source, target, attributes: { ...rest, label: interaction, kind: interaction } }];
}

const browser = await launch();
const page = await openPage(browser);
await page.addScriptTag({ content: `const Graph = ${bundle("graphology")}, parsers = { graphml: ${bundle("graphology-graphml/browser/index.js")}, gexf: ${bundle("graphology-gexf/browser/index.js")} };
  function read(format, part, text) {
    const graph = parsers[format].parse(Graph, text, { allowUndeclaredAttributes: false, addMissingNodes: !text.includes("\\n<node ") });
    if (graph.size && graph.type !== "directed") throw new Error("the graph is " + graph.type);
    return JSON.stringify(part === "node" ? graph.mapNodes((id, attributes) => [id, attributes])
      : graph.mapEdges((id, attributes, source, target) => [id, { source, target, attributes }]));
  }` });

/** Yields the nodes or the edges of each piece. */
async function* read(folder, format, part) {
  for (const text of pieces(folder, "graph." + format, part))
    yield* JSON.parse(await page.evaluate(([format, part, text]) => read(format, part, text), [format, part, text]));
}

for (const folder of folders) {
  await same("nodes", read(folder, "graphml", "node"), () => nodes(folder));
  await same("edges", read(folder, "graphml", "edge"), () => edges(folder));
  await same("GEXF nodes", read(folder, "gexf", "node"), () => gexfNodes(folder));
  await same("GEXF edges", read(folder, "gexf", "edge"), () => gexfEdges(folder));
}
await browser.close();
end();
