// ical.js reads the calendar: every event that iCalendar can date, with its words.
import ICAL from "ical.js";
import { end, equal, events, extent, folders, read } from "./expected.mjs";

for (const folder of folders) {
  const calendar = new ICAL.Component(ICAL.parse(read(folder, "timeline.ics")));
  const got = calendar.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c, { exceptions: [] })); // else each looks for its exceptions among all
  const plain = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, "");
  // Years outside of 0 to 9999 have no place in iCalendar.
  const wanted = [...events(folder)].filter((e) => extent(e)?.every((day) => /^\d{4}-/.test(day)));
  equal("events", got.map((e) => e.uid), wanted.map((e) => e.id));
  equal("summaries", got.map((e) => e.summary), wanted.map((e) => plain(e.label)));
  equal("first days", got.map((e) => e.startDate.toString()), wanted.map((e) => extent(e)[0]));
  equal("all-day", got.every((e) => e.startDate.isDate && e.endDate.isDate && e.endDate.compare(e.startDate) > 0), true);
  const after = (text) => new Date(Date.parse(text) + 86400000).toISOString().slice(0, 10);
  equal("last days", got.map((e) => e.endDate.toString()), wanted.map((e) => after(extent(e)[1])));
  equal("folded lines are short", read(folder, "timeline.ics").split("\r\n").every((line) => Buffer.byteLength(line) <= 75), true);
}
end();
