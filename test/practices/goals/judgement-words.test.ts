// How a status is said in words.
import { expect, it } from "vitest";
import { readJudgement } from "#src/practices/goals/status/parse-status";

it.each([
  ["on track because the contract is signed", "on-track", "the contract is signed"],
  ["On-track: big tender on Friday", "on-track", "big tender on Friday"],
  ["at risk since Acme moved to January", "at-risk", "Acme moved to January"],
  ["off track, as the buyer left", "off-track", "the buyer left"],
  ["behind", "off-track", ""],
  ["正常 因为合同已经签了", "on-track", "合同已经签了"],
  ["正常，因为下周到账", "on-track", "下周到账"],
  ["有风险：客户换人", "at-risk", "客户换人"],
  ["落后", "off-track", ""],
  ["figures", "figures", ""],
  ["以数据为准", "figures", ""],
  ["", null, ""],
])("%j is %s because %j", (line, judgement, reason) => {
  expect(readJudgement(line)).toEqual({ judgement, reason });
});

it.each(["great", "on trackside", "很好"])("%j names none", (line) => {
  expect(readJudgement(line)).toBeNull();
});
