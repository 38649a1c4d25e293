// Cytoscape.js takes its own JSON, and in a browser the GraphML through cytoscape-graphml.
import cytoscape from "cytoscape";
import { bundle, installed, launch, openPage } from "./browser.mjs";
import { edges, end, folders, items, mapped, nodes, pieces, read, same, skip } from "./expected.mjs";

const data = (elements) => elements.toArray().map((e) => [e.id(), e.data()]);
function* ownNodes(folder) { for (const node of items(folder, "nodes")) yield [node.id, node]; }
function* ownEdges(folder) { for (const { key, ...rest } of items(folder, "edges")) yield [key, { ...rest, id: key }]; }

for (const folder of folders) {
  const own = cytoscape({ headless: true, ...JSON.parse(read(folder, "cytoscape.json")) });
  await same("nodes", data(own.nodes()), () => ownNodes(folder));
  await same("edges", data(own.edges()), () => ownEdges(folder));
}

// cytoscape-graphml goes by the keys' ids, of which four are not the names, and takes every value as text.
const KEYS = { title: "nodelabel", kind: "labelV", interaction: "labelE", relationship: "label" };
const texts = (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [KEYS[name] ?? name, typeof value === "number" ? String(value) : value]));
const numbers = (folder) => new Set([...pieces(folder, "graph.graphml", "node").next().value.matchAll(/<key id="(\w+)".* attr\.type="(?:int|long|double)"/g)].map((found) => found[1]));
function* foreignNodes(folder) { for (const [id, attributes] of nodes(folder)) yield [id, { id, ...texts(attributes) }]; }
function* foreignEdges(folder) {
  for (const [id, { source, target, attributes }] of edges(folder)) yield [id, { id, source, target, ...texts(attributes) }];
}

if (!installed) { skip("Chromium is not installed (chromium)"); end(); }
const browser = await launch();
const page = await openPage(browser);
// Unless told otherwise it lays the graph out at once, in a time that grows with the square of the nodes.
await page.addScriptTag({ content: `const cytoscape = ${bundle("cytoscape")};
  (${bundle("cytoscape-graphml")})(cytoscape, ${bundle("jquery")});
  function read(part, text) {
    const cy = cytoscape({ headless: true });
    if (!text.includes("\\n<node ")) {
      const ends = new Set();
      for (const [, source, target] of text.matchAll(/^<edge .*? source="(.*?)" target="(.*?)"/gm)) ends.add(source).add(target);
      const xml = document.createElement("textarea");
      cy.add([...ends].map((id) => { xml.innerHTML = id; return { group: "nodes", data: { id: xml.value } }; }));
    }
    cy.graphml({ layoutBy: "null" });
    cy.graphml(text);
    return JSON.stringify(cy.elements(part).map((e) => e.data()));
  }` });

async function* foreign(folder, part) {
  const numeric = numbers(folder);
  for (const text of pieces(folder, "graph.graphml", part))
    for (const item of JSON.parse(await page.evaluate(([part, text]) => read(part, text), [part, text])))
      yield [item.id, mapped(item, (value, name) => (numeric.has(name) ? String(Number(value)) : value))];
}

for (const folder of folders) {
  await same("GraphML nodes", foreign(folder, "node"), () => foreignNodes(folder));
  await same("GraphML edges", foreign(folder, "edge"), () => foreignEdges(folder));
}
await browser.close();
end();
