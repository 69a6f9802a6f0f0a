// Where a zone is, what is paid there, and which days are worked. To add a case, add a line.
import { describe, expect, test } from "vitest";
import { countryCodes, countryOf, currencyOf, zonesOf } from "#src/calendar/countries";
import { isZone } from "#src/calendar/zones";
import { readWorkweek, runOf, workweekOf } from "#src/calendar/workweek";
import { countryName, findCountry, findPlaceZone } from "#src/language/country-names";

test.each([
  ["Europe/Warsaw", "PL", "PLN"],
  ["America/Los_Angeles", "US", "USD"],
  ["America/Indiana/Indianapolis", "US", "USD"],
  ["Asia/Kathmandu", "NP", "NPR"],
  ["Asia/Katmandu", "NP", "NPR"],
  ["Asia/Calcutta", "IN", "INR"],
  ["US/Eastern", "US", "USD"],
  ["Europe/Oslo", "NO", "NOK"],
  ["Africa/Lagos", "NG", "NGN"],
  ["America/Sao_Paulo", "BR", "BRL"],
  ["Asia/Riyadh", "SA", "SAR"],
  ["Europe/Zagreb", "HR", "EUR"],
])("%s is in %s, where %s is paid", (zone, country, currency) => {
  expect(countryOf(zone)).toEqual({ country, currency });
});

test("a zone of no country leaves it open, and one that is none too", () => {
  expect(["UTC", "Etc/GMT-8", "Mars/Base", "constructor"].map(countryOf)).toEqual(
    Array(4).fill(null),
  );
});

test("every zone this Node knows by a place says its country", () => {
  const silent = Intl.supportedValuesOf("timeZone").filter(
    (zone) => isZone(zone) && !/^(?:Etc|Antarctica)\/|^UTC$/.test(zone) && countryOf(zone) === null,
  );
  expect(silent).toEqual([]);
});

test("every country has zones this Node knows and a name, and every one with people a currency", () => {
  const known = new Set(Intl.supportedValuesOf("currency"));
  const wrong = countryCodes.filter(
    (code) =>
      !zonesOf(code).some(isZone) ||
      countryName(code, "zh") === code ||
      (code !== "AQ" && !known.has(currencyOf(code) ?? "")),
  );
  // Sierra Leone, Curaçao and Zimbabwe changed their money lately: not every ICU knows it yet.
  expect(wrong.filter((code) => !["SL", "CW", "SX", "ZW"].includes(code))).toEqual([]);
});

test.each([
  ["Poland", "PL"],
  ["波兰", "PL"],
  ["pl", "PL"],
  ["香港", "HK"],
  ["Hong Kong", "HK"],
  ["UAE", "AE"],
  ["Saudi Arabia", "SA"],
  ["DE-BY", "DE-BY"],
  ["Germany (DE-BY)", "DE-BY"],
  ["DE-QQ", null],
  ["Atlantis", null],
  ["constructor", null],
  ["", null],
])("the country %s is %s", (text, code) => {
  expect(findCountry(text)).toBe(code);
});

test.each([
  ["Kathmandu", "Asia/Kathmandu"],
  ["Nepal", "Asia/Kathmandu"],
  ["波兰", "Europe/Warsaw"],
  ["UTC+5:30", "Asia/Kolkata"],
  ["UTC+05:45", "Asia/Kathmandu"],
  ["GMT+8", "Etc/GMT-8"],
  ["+3", "Etc/GMT-3"],
  ["UTC-3:30", null],
  ["UTC+5:17", null],
  ["Brazil", null],
])("the place %s has the zone %s", (text, zone) => {
  expect(findPlaceZone(text)).toBe(zone);
});

describe("the days worked", () => {
  test.each([
    ["SA", [7, 1, 2, 3, 4]],
    ["EG", [7, 1, 2, 3, 4]],
    ["IL", [7, 1, 2, 3, 4]],
    ["AE", [1, 2, 3, 4, 5]],
    ["DE-BY", [1, 2, 3, 4, 5]],
  ])("in %s are %j", (country, week) => {
    expect(workweekOf(country)).toEqual(week);
  });

  test.each([
    ["Mon-Fri", [1, 2, 3, 4, 5]],
    ["Sunday to Thursday", [7, 1, 2, 3, 4]],
    ["周日到周四", [7, 1, 2, 3, 4]],
    ["周一至周六", [1, 2, 3, 4, 5, 6]],
    ["Mon, Tue and Thu", [1, 2, 4]],
    ["周一、周三", [1, 3]],
    ["Mon", [1]],
    ["Mon-Fri, Tue", null],
    ["every day", null],
    ["", null],
  ])("%s are %j", (text, week) => {
    expect(readWorkweek(text)).toEqual(week);
  });

  test("are said as a run where they are one", () => {
    expect(runOf([7, 1, 2, 3, 4])).toEqual({ from: 7, to: 4 });
    expect(runOf([1, 2, 3, 4, 5])).toEqual({ from: 1, to: 5 });
    expect(runOf([1, 3])).toBeNull();
  });
});
