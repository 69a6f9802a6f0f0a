// The gentle checks of feedback: they advise, and know a moment and a verdict when they see one.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { labelsIn, look, saysWhenOrWhere } from "#src/practices/feedback/rules";
import { aboutText, asking, giving } from "#src/practices/feedback/exchange/parse-feedback";

const today = localDate("2026-11-11");
const words = {
  kind: "keep",
  situation: "Tuesday's call with Charité",
  behaviour: "you let him finish",
  impact: "he told us the budget",
  next: "",
  question: "",
} as const;

describe("a situation", () => {
  it.each([
    "昨天下午",
    "周二在仁济医院的拜访",
    "上周例会上",
    "11月9日",
    "报价的时候",
    "和客户吃饭时",
    "Tuesday's call",
    "yesterday",
    "at the fair in Berlin",
    "when Charité called",
    "2026-11-09",
    "9:30 stand-up",
  ])("says when or where: %s", (text) => {
    expect(saysWhenOrWhere(text, today)).toBe(true);
  });

  it.each(["有一次", "总是这样", "平常", "sometimes", "you know", "generally"])(
    "does not: %s",
    (text) => {
      expect(saysWhenOrWhere(text, today)).toBe(false);
    },
  );
});

describe("a behaviour", () => {
  it.each([
    ["你有点懒", ["懒"]],
    ["态度差，也不专业", ["态度差", "不专业"]],
    ["没有责任心", ["没有责任心"]],
    ["You were LAZY and unprofessional", ["lazy", "unprofessional"]],
    ["poor attitude", ["poor attitude"]],
  ])("is a verdict: %s", (text, labels) => {
    expect(labelsIn(text).toSorted()).toEqual(labels.toSorted());
  });

  it.each([
    "你等客户说完才接话",
    "you let him finish before you answered",
    "the crude draft went out",
    "protruded",
  ])("is what was seen: %s", (text) => {
    expect(labelsIn(text)).toEqual([]);
  });
});

it("asks nothing of words that say all of it", () => {
  expect(look(words, today)).toEqual([]);
});

it("misses a next step only where something should change", () => {
  expect(look({ ...words, kind: "change" }, today)).toEqual([{ about: "next" }]);
  expect(look({ ...words, kind: "change", next: "ask first" }, today)).toEqual([]);
});

it("names everything there is to mend, in the order of the form", () => {
  expect(
    look({ ...words, kind: "change", situation: "有一次", behaviour: "你态度差" }, today).map(
      (each) => each.about,
    ),
  ).toEqual(["situation", "behaviour", "next"]);
});

describe("a line that asks", () => {
  it.each([
    ["请@林晓提建议", "@林晓"],
    ["请 @林晓 提点建议：昨天的拜访", "@林晓 昨天的拜访"],
    ["请@林晓就昨天的拜访提建议", "@林晓 昨天的拜访"],
    ["请林晓给我提意见", "@林晓"],
    ["ask @maya for feedback about the demo", "@maya about the demo"],
    ["Ask maya for some feedback", "@maya"],
  ])("%s", (line, rest) => {
    expect(asking(line)).toBe(rest);
  });

  it("is not every line with these words", () => {
    expect(asking("请假到周五")).toBeNull();
    expect(asking("ask feedback @maya")).toBeNull();
    expect(giving("给@林晓提建议")).toBe("@林晓");
    expect(giving("给林晓报5万")).toBeNull();
  });

  it.each([
    ["about the demo", "the demo"],
    ["关于昨天的拜访", "昨天的拜访"],
    [": on Tuesday's call", "Tuesday's call"],
    ["onboarding of Acme", "onboarding of Acme"],
    ["", ""],
  ])("is about: %s", (rest, about) => {
    expect(aboutText(rest)).toBe(about);
  });
});
