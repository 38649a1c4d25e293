// A CommonMark parser reads the Markdown: every event with its label, every sentence as a quotation, and nothing of
// the texts taken for markup.
import { Parser } from "commonmark";
import { end, equal, events, folders, read, same } from "./expected.mjs";

// One blank for each line end and tab; other control characters are dropped, outer blanks say nothing.
const plain = (text) => text.replace(/[\n\r\t]/g, " ").replace(/[\u0000-\u001f]/g, "").trim();

function children(node) {
  const all = [];
  for (let child = node.firstChild; child; child = child.next) all.push(child);
  return all;
}
const text = (nodes) => nodes.map((n) => n.literal ?? (n.type === "softbreak" ? " " : text(children(n)))).join("");
/** The inline nodes of a paragraph up to its first hard line break. */
const firstLine = (paragraph) => { const all = children(paragraph); const at = all.findIndex((n) => n.type === "linebreak"); return at < 0 ? all : all.slice(0, at); };

for (const folder of folders) {
  const tree = new Parser().parse(read(folder, "timeline.md"));
  const foreign = new Set();
  const walker = tree.walker();
  for (let step; (step = walker.next());) foreign.add(step.node.type);
  for (const type of ["document", "heading", "list", "item", "paragraph", "block_quote", "text", "strong", "emph", "softbreak", "linebreak"]) foreign.delete(type);
  equal("nothing taken for links, pictures, code or HTML", [...foreign], []);

  const told = [];
  let section = "";
  for (const block of children(tree)) {
    if (block.type === "heading") section = text(children(block));
    if (block.type !== "list" || section.startsWith("Where sources")) continue;
    for (const item of children(block)) {
      const [head, ...rest] = children(item);
      const [time, ...label] = firstLine(head);
      told.push([told.length, [time.type, text(label).replace(/^: /, "").replace(/^~~(.*)~~$/s, "$1").trim(),
        rest.filter((n) => n.type === "block_quote").map((n) => text(firstLine(children(n)[0])).trim())]]);
    }
  }
  await same("events and quotations", told, function* () {
    let count = 0;
    for (const event of events(folder)) yield [count++, ["strong", plain(event.label), event.mentions.map((m) => plain(m.text))]];
  });
}
end();
