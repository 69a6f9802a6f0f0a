import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Person, PersonId } from "#src/people/person";
import { storeList } from "#src/practices/goals/actions";
import { readList } from "#src/practices/goals/log/parse/parse-list";
import { readMessage } from "#src/practices/goals/log/reading/read-message";
import type { LineReader } from "#src/practices/goals/log/reading/reading";
import { habitsIn } from "#src/language/amount/amount";
import type { Metric, MetricId } from "#src/practices/setup/api";

const person = (name: string, email: string): Person =>
  ({ id: email as PersonId, name, email: `${email}@example.com` }) as Person;
const directory = [
  person("林晓", "linxiao"),
  person("王磊", "wanglei"),
  person("王芳", "wangfang"),
  person("Renke Petersen", "renke"),
];
const metric = (nameEn: string, nameZh: string, kind: "count" | "percent"): Metric => ({
  id: nameEn as MetricId,
  nameEn,
  nameZh,
  aliases: [],
  unit: { kind },
  adds: true,
});
const metrics = [metric("calls", "电话", "count"), metric("conversion", "成交率", "percent")];
const today = localDate("2026-11-11");
const reader: LineReader = {
  metrics,
  today,
  ofRatio: false,
  habits: habitsIn("DE"),
  directory,
  colleagues: directory,
};

function read(text: string): readonly string[] | null {
  const list = readList(normalise(text), reader);
  return (
    list &&
    list.lines.map(({ name, people, read: line }) => {
      const who = people.length === 1 ? people[0]!.name : `${people.length}×${name}`;
      if (line.is === "day") return `${who} !${line.text}`;
      if (line.is !== "clear") return `${who} ?${line.is === "asked" ? line.why : line.is}`;
      const { entries } = line.way;
      const amounts = entries.map(
        (each) =>
          `${each.metric ? `${each.metric.nameEn} ` : ""}${each.total ? "=" : ""}${toText(each.amount.value)}${each.of ? `/${toText(each.of)}` : ""}`,
      );
      const [first] = entries;
      const note = entries.flatMap((each) => each.note).join(" ");
      return [
        who,
        ...(first?.goal ? [`G${first.goal}`] : []),
        ...amounts,
        ...(first?.on ? [first.on] : []),
        ...(note === "" ? [] : [`| ${note}`]),
      ].join(" ");
    })
  );
}

describe("a pasted list", () => {
  it.each([
    ["林晓 12万\n王磊 8万", ["林晓 120000", "王磊 80000"]],
    [
      "林晓\t120000\t电话\t2026-11-10\n王磊\u3000８万",
      ["林晓 calls 120000 2026-11-10", "王磊 80000"],
    ],
    ["1. 林晓12万\n2. 王磊：8万，昨天", ["林晓 120000", "王磊 80000 2026-11-10"]],
    ["@林晓 12万 仁济医院\n@renke 5k G7", ["林晓 120000 | 仁济医院", "Renke Petersen G7 5000"]],
    ["- linxiao 20 calls\n- Renke Petersen calls 20", ["林晓 calls 20", "Renke Petersen calls 20"]],
    [
      "林晓 成交率 3/10\nrenke conversion 30%",
      ["林晓 conversion 3/10", "Renke Petersen conversion 30"],
    ],
    ["林晓 累计52万\n王磊 -3万", ["林晓 =520000", "王磊 -30000"]],
    ["林晓 电话20 成交率3/10\n王磊 8", ["林晓 calls 20 conversion 3/10", "王磊 8"]],
    ["王 8万\n小明 3万\n林晓", ["2×王 80000", "0×小明 30000", "林晓"]],
    ["小明 8万\n小红 3万", ["0×小明 80000", "0×小红 30000"]],
    ["林晓 5 2026-02-30\n王磊 5", ["林晓 !2026-02-30", "王磊 5"]],
  ])("%j is %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(["电话20\n成交率30%", "12万\n仁济医院", "calls 20\nvisits", "good morning\neverybody 5"])(
    "%j is none",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each([
    ["姓名\t回款\n林晓\t20,000\n王磊\t30,000\n合计\t50,000", ["林晓 20000", "王磊 30000"]],
    [
      "姓名 calls conversion\n林晓 20 30%\n王磊 12 25%",
      ["林晓 calls 20 conversion 30", "王磊 calls 12 conversion 25"],
    ],
    ["昨天\n林晓 3万\n王磊 2万", ["林晓 30000 2026-11-10", "王磊 20000 2026-11-10"]],
    ["林晓 €12.000\n王磊 €9.500", ["林晓 ?figure", "王磊 ?figure"]],
  ])("with a heading, %j is %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("that is none is one's own lines", () => {
    const reading = readMessage("12万 G7\n仁济医院 @林晓", reader);
    expect(reading).toMatchObject({
      is: "clear",
      way: { entries: [{ goal: 7, note: ["仁济医院 @林晓"] }] },
    });
  });

  it("never fails, whatever is pasted", () => {
    const words = fc.constantFrom(
      "林晓",
      "王",
      "@",
      "12万",
      "3/10",
      "\n",
      " ",
      "G7",
      "昨天",
      "电话",
      "-",
      "1. ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 15 }), (parts) => {
        const lines = read(parts.join(""));
        expect(lines === null || lines.every((each) => each !== "")).toBe(true);
      }),
    );
  });
});

describe("what a list's button carries", () => {
  const entry = (figure: unknown, total: unknown = 0, days: unknown = 0) =>
    storeList.schema.safeParse({ on: "2026-11-11", list: [[7, figure, total, days, ""]] });

  it("is a sum, or a part of a ratio", () => {
    expect(entry("120000").data?.list[0]?.[1].map(toText)).toEqual(["120000"]);
    expect(entry("3/10", 1).data?.list[0]?.[1].map(toText)).toEqual(["3", "10"]);
  });

  it.each([["1e5"], ["1/2/3"], ["/3"], [""], [5], ["9".repeat(60)]])(
    "is refused when altered to %j",
    (figure) => {
      expect(entry(figure).success).toBe(false);
    },
  );

  it("is refused with a date ahead, or more than fifty entries", () => {
    expect(entry("1", 0, -1).success).toBe(false);
    expect(
      storeList.schema.safeParse({
        on: "2026-11-11",
        list: Array.from({ length: 51 }, () => [7, "1", 0, 0, ""]),
      }).success,
    ).toBe(false);
  });
});
