// What went into an export, read from its node-link JSON, and the counting of checks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

export const folders = process.argv.slice(2);
export const read = (folder, name) => readFileSync(join(folder, name), "utf8");

let passed = 0, failed = 0, skipped = 0;
export function equal(what, got, wanted) {
  if (isDeepStrictEqual(got, wanted)) return void ++passed;
  ++failed;
  console.log(`FAILED ${what}: got ${String(JSON.stringify(got)).slice(0, 300)}, wanted ${String(JSON.stringify(wanted)).slice(0, 300)}`);
}
export function skip(why) { ++skipped; console.log("skipped: " + why); }
export function end() {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed ? 1 : 0);
}

// What XML cannot hold.
const clean = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** A list as JSON text, control characters dropped: what a format without lists holds. */
function flat(value) {
  if (Array.isArray(value))
    return clean(JSON.stringify(value).replace(/\\([bfrt])/g, (_, c) => ({ b: "\\u0008", f: "\\u000c", r: "\\u000d", t: "\\u0009" })[c]));
  return typeof value === "string" ? clean(value) : value;
}

/** Nodes and edges by id, with the names that GraphML gives their attributes. */
export function load(folder) {
  const data = JSON.parse(read(folder, "node-link.json"));
  const nodes = {}, edges = {};
  for (const { id, ...rest } of data.nodes) {
    nodes[clean(id)] = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, flat(v)]));
    nodes[clean(id)].node_id = clean(id);
  }
  for (const { source, target, key, ...rest } of data.edges) {
    const attributes = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, flat(v)]));
    edges[clean(key)] = { source: clean(source), target: clean(target), attributes: { ...attributes, uid: clean(key), relationship: rest.interaction } };
  }
  return { nodes, edges };
}
export const story = (folder) => JSON.parse(read(folder, "timeline.json"));
