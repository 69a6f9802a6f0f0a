// 规则：补报的天数，以及进度怎么算正常。
import { line } from "#src/view/line";
import type { RuleMessages } from "../en/rules.ts";

export const rules = (): RuleMessages => ({
  rules: () => line`规则`,
  grace: () => line`补报天数`,
  graceIs: (days) =>
    line`${days === 0 ? "周期一结束就不再补报" : `周期结束后 ${String(days)} 个工作日内可以补报`}`,
  graceIntro: () => line`周期结束后，还可以补报几个工作日，之后目标自动结束。`,
  graceDays: () => line`工作日`,
  graceHint: () => line`0 到 10，一般是 3`,
  pace: () => line`进度标准`,
  paceIs: (onTrack, atRisk) =>
    line`达到应有进度的 ${String(onTrack)}% 算正常，${String(atRisk)}% 以上算有风险`,
  paceIntro: () => line`拿现在的数和今天应有的数比：到多少算正常，到多少算有风险？再低就是落后。`,
  paceOnTrack: () => line`正常，从百分之几起`,
  paceOnTrackHint: () => line`一般是 95`,
  paceAtRisk: () => line`有风险，从百分之几起`,
  paceAtRiskHint: () => line`一般是 75`,
  paceOrder: () => line`要比“正常”的数小。`,
  wholeNumber: (least, most) => line`请填 ${String(least)} 到 ${String(most)} 的整数。`,
});
