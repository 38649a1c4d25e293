// FollowTheMoney's own model takes the entities: every schema and property exists, every reference points to an entity
// of the kind that the property asks for, and dates are its prefixes of ISO 8601.
import * as ftm from "@alephdata/followthemoney";
import { documents, end, equal, events, folders, items, lines, same } from "./expected.mjs";

const model = new ftm.Model(ftm.defaultModel);
const date = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

for (const folder of folders) {
  const entities = new Map();
  for (const line of lines(folder, "entities.ftm.json")) if (line) { const entity = JSON.parse(line); entities.set(entity.id, model.getEntity(entity)); }
  const wrong = [];
  for (const entity of entities.values()) {
    for (const name of entity.schema.required ?? []) if (!entity.hasProperty(name)) wrong.push(`${entity.id} has no ${name}`);
    for (const property of entity.getProperties()) {
      if (property.stub) wrong.push(`${entity.id}: ${property.qname} is derived`);
      for (const value of entity.getProperty(property)) {
        if (property.type.name === "entity") {
          const other = entities.get(typeof value === "string" ? value : value.id);
          if (!other || !other.schema.isA(property.getRange())) wrong.push(`${entity.id}: ${property.qname} is ${other?.schema.name ?? "nothing"}`);
        } else if (property.type.name === "date" && !date.test(value)) wrong.push(`${entity.id}: ${property.qname} is ${value}`);
        else if (property.type.name === "language" && !/^[a-z]{3}$/.test(value)) wrong.push(`${entity.id}: ${property.qname} is ${value}`);
      }
    }
  }
  equal("against the model", wrong, []);
  const told = (schema, of) => [...entities.values()].filter((e) => e.schema.name === schema).map((e) => [e.id, of(e)]);
  const first = (entity, name) => entity.getFirst(name);
  await same("articles", told("Article", (e) => [first(e, "title"), e.getProperty("publisher")]),
    function* () { for (const d of documents(folder)) yield [d.id, [d.title, d.publisher ? [d.publisher] : []]]; });
  await same("events", told("Event", (e) => [first(e, "name"), e.getProperty("keywords")[0]]),
    function* () { for (const e of events(folder)) yield [e.id, [e.label, e.type]]; });
  const id = (of) => of.replace(/[^A-Za-z0-9.:-]/g, (c) => [...Buffer.from(c)].map((byte) => "_" + byte.toString(16)).join(""));
  await same("links", told("UnknownLink", (e) => [first(e, "subject"), first(e, "object"), first(e, "role")].map((value) => value.id ?? value)), function* () {
    for (const { key, source, target, role, interaction } of items(folder, "edges"))
      if (source.startsWith("entity:") && !target.startsWith("doc:")) yield [key, [id(source), id(target), role ?? interaction]];
  });
}
end();
