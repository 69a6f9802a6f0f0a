// Rules: late entries, and when a goal counts as on track.
import { line, type Line } from "#src/view/line";

export const rules = () => ({
  rules: (): Line => line`Rules`,
  grace: (): Line => line`Late entries`,
  graceIs: (days: number): Line =>
    line`${days === 0 ? "not accepted after a period ends" : `accepted for ${String(days)} ${days === 1 ? "workday" : "workdays"} after a period ends`}`,
  graceIntro: (): Line =>
    line`After a period ends, entries for it are accepted for a few more workdays. Then its goals close.`,
  graceDays: (): Line => line`Workdays`,
  graceHint: (): Line => line`0 to 10; usually 3`,
  pace: (): Line => line`Pace`,
  paceIs: (onTrack: number, atRisk: number): Line =>
    line`on track from ${String(onTrack)} % of the expected value, at risk from ${String(atRisk)} %`,
  paceIntro: (): Line =>
    line`A goal is compared with where it should stand today. From what share is it on track, and from what share at risk? Below that it is off track.`,
  paceOnTrack: (): Line => line`On track from, in %`,
  paceOnTrackHint: (): Line => line`Usually 95`,
  paceAtRisk: (): Line => line`At risk from, in %`,
  paceAtRiskHint: (): Line => line`Usually 75`,
  paceOrder: (): Line => line`This has to be lower than the on-track share.`,
  wholeNumber: (least: number, most: number): Line =>
    line`Please enter a whole number from ${String(least)} to ${String(most)}.`,
});

export type RuleMessages = ReturnType<typeof rules>;
