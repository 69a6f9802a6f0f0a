// A calendar file as calendars read it: by its own lines, expanded again, over clock changes, with what moved and what falls out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventFile, type RecurringEvent } from "#src/calendar/event-file";
import { addDays, localDate } from "#src/calendar/local-date";
import { instantAt, timeOf } from "#src/calendar/zones";

const event: RecurringEvent = {
  uid: "p@pacer",
  stamp: new Date("2026-11-11T02:00:00Z"),
  title: "一对一：周岚, Renke; 长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长",
  zone: "Europe/Berlin",
  first: localDate("2026-11-17"),
  time: "14:00",
  minutes: 30,
  everyWeeks: 2,
  exceptions: [
    { day: localDate("2026-12-01"), insteadAt: null },
    { day: localDate("2026-12-15"), insteadAt: new Date("2026-12-16T09:00:00Z") },
  ],
};

const unfolded = (file: string): readonly string[] =>
  file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

describe("a calendar file", () => {
  it("says the rule, what falls out and what moved, in lines that calendars take", () => {
    const file = eventFile(event);
    for (const line of file.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const lines = unfolded(file);
    expect(lines).toContain("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    expect(lines).toContain("DTSTART;TZID=Europe/Berlin:20261117T140000");
    expect(lines).toContain("EXDATE;TZID=Europe/Berlin:20261201T140000");
    expect(lines).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261215T140000");
    expect(lines).toContain("DTSTART;TZID=Europe/Berlin:20261216T100000");
    expect(lines.find((each) => each.startsWith("SUMMARY:"))).toMatch(/周岚\\, Renke\\; 长/u);
  });

  it("says what the zone's clock does, so that each hour is the moment it is there", () => {
    const zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Auckland"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.nat(400),
        fc.integer({ min: 12, max: 40 }),
        (zone, ahead, half) => {
          const first = localDate("2026-11-16");
          const lines = unfolded(eventFile({ ...event, zone, first }));
          const changes = lines.flatMap((line, i) =>
            /^BEGIN:(?:STANDARD|DAYLIGHT)$/u.test(line)
              ? [{ from: lines[i + 1]!.slice(8), is: lines[i + 3]!.slice(11) }]
              : [],
          );
          const [day, time] = [addDays(first, ahead), timeOf(half * 30)];
          const wall = `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
          const { is } = changes.findLast((each) => each.from <= wall)!;
          const minutes =
            (is.startsWith("-") ? -1 : 1) * (Number(is.slice(1, 3)) * 60 + Number(is.slice(3)));
          const said = Date.parse(`${day}T${time}:00Z`) - minutes * 60_000;
          expect(said).toBe(instantAt(day, time, zone).getTime());
        },
      ),
      { numRuns: 200 },
    );
  });
});
