// Names in a sentence: one rule for plain text and for lines with mentions in them.
import { expect, it } from "vitest";
import { createFormatter } from "#src/language/format";
import { joinNames, mention, plainLine } from "#src/view/line";

it.each([
  ["zh", ["王磊"], "王磊"],
  ["zh", ["王磊", "Anna", "陈静"], "王磊、Anna、陈静"],
  ["en", ["Anna"], "Anna"],
  ["en", ["Anna", "王磊"], "Anna and 王磊"],
  ["en", ["Anna", "王磊", "Maya"], "Anna, 王磊 and Maya"],
] as const)("in %s %j read %s", (locale, names, right) => {
  const format = createFormatter({ locale, zone: "UTC", currency: "CNY" });
  expect(format.list(names)).toBe(right);
  const mentions = names.map((name) => [mention({ id: name, name })]);
  expect(plainLine(joinNames(mentions, locale)).replaceAll("@", "")).toBe(right);
});
