// The holiday data in the repository beside the library they were computed from.
import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { expect, test } from "vitest";
import { calendarOf } from "#src/calendar/holidays";
import { addDays, dateOf } from "#src/calendar/local-date";

const loaded = createRequire(import.meta.url)("date-holidays") as
  | typeof Holidays
  | { default: typeof Holidays };
const Library = "default" in loaded ? loaded.default : loaded;

const places = [
  "US",
  "US-CA",
  "GB",
  "GB-SCT",
  "DE",
  "DE-BY",
  "CH-ZH",
  "SG",
  "HK",
  "TW",
  "JP",
  "KR",
  "AU-NSW",
  "CA-ON",
  "FR",
  "IT",
  "ES-MD",
  "NL",
  "SE",
  "IE",
  "AT",
  "BR",
  "MX",
  "AE",
  "SA",
  "TR",
  "ZA",
  "PL",
  "TH",
  "VN",
  "ID",
  "PH",
  "NZ",
];

const knownDays = (place: string, year: number): string[] => {
  const calendar = calendarOf(place);
  const days = Array.from({ length: 366 }, (_, index) => addDays(dateOf(year, 1, 1), index));
  return days.filter((day) => day.startsWith(String(year)) && calendar.isHoliday(day));
};

function libraryDays(place: string, year: number): string[] {
  const [nation = "", region] = place.split("-");
  const calendar =
    region === undefined
      ? new Library(nation, { types: ["public"] })
      : new Library(nation, region, { types: ["public"] });
  const days = calendar
    .getHolidays(year)
    .filter((each) => each.type === "public")
    .flatMap(({ date, start, end }) =>
      Array.from(
        { length: Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000)) },
        (_, index) => addDays(date.slice(0, 10) as never, index),
      ),
    );
  return [...new Set<string>(days)].filter((day) => day.startsWith(String(year))).toSorted();
}

test.each(places)("the data of %s say what the library says", (place) => {
  for (const year of [2025, 2026, 2029, 2032])
    expect([year, ...knownDays(place, year)]).toEqual([year, ...libraryDays(place, year)]);
});

test("the library knows holidays at all, so that the comparison says something", () => {
  expect(places.filter((place) => libraryDays(place, 2026).length < 5)).toEqual([]);
});

test("a year or a country the data do not hold is not known", () => {
  expect([
    calendarOf("DE").knows(2026),
    calendarOf("DE").knows(2060),
    calendarOf("XX").knows(2026),
  ]).toEqual([true, false, false]);
});

test("a region nobody wrote down has its country's days", () => {
  expect(knownDays("FR-XX", 2026)).toEqual(knownDays("FR", 2026));
});
