// Rules: late entries, and when a goal counts as on track.
import { line, type Line } from "#src/view/line";

export const rules = () => ({
  rules: (): Line => line`Rules`,
  grace: (): Line => line`Late entries`,
  graceIs: (days: number): Line =>
    line`${days === 0 ? "not taken after a period ends" : `taken for ${String(days)} ${days === 1 ? "workday" : "workdays"} after a period ends`}`,
  graceIntro: (): Line =>
    line`When a period has ended, what belongs to it may be logged for a few workdays more. Then its goals close.`,
  graceDays: (): Line => line`Workdays`,
  graceHint: (): Line => line`0 to 10; usually 3`,
  pace: (): Line => line`Pace`,
  paceIs: (onTrack: number, atRisk: number): Line =>
    line`on track from ${String(onTrack)} % of the expected value, at risk from ${String(atRisk)} %`,
  paceIntro: (): Line =>
    line`A goal is compared with where it should stand today. From which share on is it on track, and from which at risk? Below that it is off track.`,
  paceOnTrack: (): Line => line`On track from, in %`,
  paceOnTrackHint: (): Line => line`Usually 95`,
  paceAtRisk: (): Line => line`At risk from, in %`,
  paceAtRiskHint: (): Line => line`Usually 75`,
  paceOrder: (): Line => line`This must be less than where on track begins.`,
  wholeNumber: (least: number, most: number): Line =>
    line`Please give a whole number from ${String(least)} to ${String(most)}.`,
});

export type RuleMessages = ReturnType<typeof rules>;
