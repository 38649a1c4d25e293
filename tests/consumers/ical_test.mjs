// ical.js reads the calendar: every event that iCalendar can date, with its words.
import ICAL from "ical.js";
import { equal, end, folders, read, story } from "./expected.mjs";

for (const folder of folders) {
  const calendar = new ICAL.Component(ICAL.parse(read(folder, "timeline.ics")));
  const got = calendar.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c));
  const day = (e) => e.time.start.earliest || e.time.start.latest || e.time.end.earliest || e.time.end.latest;
  const plain = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, "");
  // Years outside of 0 to 9999 have no place in iCalendar.
  const wanted = story(folder).events.filter((e) => day(e) && /^\d{4}-/.test(day(e)) && !/^(-|\d{5})/.test(e.time.end.latest || ""));
  equal("events", got.map((e) => e.uid), wanted.map((e) => e.id));
  equal("summaries", got.map((e) => e.summary), wanted.map((e) => plain(e.label)));
  equal("first days", got.map((e) => e.startDate.toString()), wanted.map(day));
  equal("all-day", got.every((e) => e.startDate.isDate && e.endDate.isDate && e.endDate.compare(e.startDate) > 0), true);
  const after = (text) => new Date(Date.parse(text) + 86400000).toISOString().slice(0, 10);
  equal("last days", got.map((e) => e.endDate.toString()),
    wanted.map((e) => after([e.time.end.latest || e.time.end.earliest || day(e), day(e)].sort().pop())));
  equal("folded lines are short", read(folder, "timeline.ics").split("\r\n").every((line) => Buffer.byteLength(line) <= 75), true);
}
end();
