// npm run holidays [-- --from 2025 --to 2032]: writes src/calendar/data/holiday-data.ts from the library of public holidays, which is here at
// development time only. A region is written as what it has more (+) and less (-) than its country.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import type Holidays from "date-holidays";
import { addDays, type LocalDate } from "#src/calendar/local-date";

// Which of its two builds is found depends on the conditions Node was started with.
const loaded = createRequire(import.meta.url)("date-holidays") as
  | typeof Holidays
  | { default: typeof Holidays };
const Calendar = "default" in loaded ? loaded.default : loaded;

function daysOf(year: number, nation: string, region?: string): ReadonlySet<string> {
  const types = { types: ["public" as const] };
  const calendar =
    region === undefined ? new Calendar(nation, types) : new Calendar(nation, region, types);
  const days = new Set<string>();
  for (const { type, date, start, end } of calendar.getHolidays(year)) {
    if (type !== "public") continue;
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    const first = date.slice(0, 10) as LocalDate;
    for (let index = 0; index < length; index += 1) days.add(addDays(first, index));
  }
  // What runs over into another year is that one's to tell.
  return new Set([...days].filter((day) => day.startsWith(`${year}-`)));
}

/** "+0106": the days of a year without the year. */
const written = (days: readonly string[], sign = ""): string[] =>
  days.toSorted().map((day) => `${sign}${day.slice(5).replace("-", "")}`);

function* linesOf(nation: string, years: readonly number[]): Generator<string> {
  for (const year of years) {
    const whole = daysOf(year, nation);
    if (whole.size > 0) yield [nation, year, ...written([...whole])].join(" ");
    for (const region of Object.keys(new Calendar().getStates(nation) ?? {}).toSorted()) {
      const own = daysOf(year, nation, region);
      const more = [...own].filter((day) => !whole.has(day));
      const less = [...whole].filter((day) => !own.has(day));
      if (own.size > 0)
        yield [`${nation}-${region}`, year, ...written(more, "+"), ...written(less, "-")].join(" ");
    }
  }
}

const thisYear = new Date().getFullYear();
const { values } = parseArgs({
  options: {
    from: { type: "string", default: String(thisYear - 1) },
    to: { type: "string", default: String(thisYear + 6) },
  },
});
const [from, to] = [Number(values.from), Number(values.to)];
const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
const lines = Object.keys(new Calendar().getCountries())
  .toSorted()
  .flatMap((nation) => [...linesOf(nation, years)]);

writeFileSync(
  new URL("../calendar/data/holiday-data.ts", import.meta.url),
  `// Public holidays of countries, and of their regions by what differs, made by npm run holidays and never edited by hand.
// From the data of date-holidays, CC BY-SA 3.0, https://github.com/commenthol/date-holidays; so is this file.
export const publicHolidays = \`
${lines.join("\n")}
\`;
`,
);
process.stdout.write(`${lines.length} lines, ${from} to ${to}\n`);
