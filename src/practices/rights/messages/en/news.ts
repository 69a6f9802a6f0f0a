// What somebody is told when who sees what of theirs has changed.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import { teamName } from "./record.ts";
/** So many are named; the others are counted. */
const mostNamed = 8;

const s = (names: readonly string[]): string => (names.length === 1 ? "s" : "");

export const news = (f: Formatter) => {
  const some = (names: readonly string[]): Line =>
    names.length <= mostNamed
      ? line`${said(f.list(names))}`
      : line`${said(names.slice(0, mostNamed).join(", "))} and ${String(names.length - mostNamed)} more`;

  return {
    newsTitle: (): Line => line`Who sees what has changed`,
    managerNow: (now: string, before: string | null): Line =>
      line`${said(now)} is your manager now and sees your goals, check-ins and blockers.${before === null ? "" : line` ${said(before)} no longer does.`}`,
    noManager: (before: string | null): Line =>
      line`${before === null ? "Nobody" : said(before)} ${before === null ? "is your manager now." : "is no longer your manager and no longer sees your goals, check-ins and blockers. You have no manager for now."}`,
    assistantsNow: (names: readonly string[]): Line =>
      line`${some(names)} may log for you now, as your team's assistant, and see${s(names)} your goals and what is logged.`,
    assistantsGone: (names: readonly string[]): Line =>
      line`${some(names)} no longer log${s(names)} for you, nor see${s(names)} your goals.`,
    teamNow: (now: string | null): Line =>
      now === null
        ? line`You are in no team now.`
        : line`Your team is ${said(now)} now. What you share with the team is read there.`,
    assistsNow: (now: string | null, before: string | null): Line =>
      now === null
        ? line`You are no longer the assistant of ${teamName(before)}.`
        : line`You are the assistant of ${said(now)} now: you may log for everybody in it, and see their goals and what is logged.`,
    leadsNow: (added: readonly string[], gone: readonly string[]): Line => {
      const leaves = line`${some(gone)} no longer report${s(gone)} to you.`;
      return added.length === 0
        ? leaves
        : line`${some(added)} report${s(added)} to you now: you see their goals, check-ins and blockers.${gone.length === 0 ? "" : line` ${leaves}`}`;
    },
    asBefore: (): Line => line`That change was taken back: everything is as it was before`,
    toRecord: (): Line => line`What was changed about me`,
    recordWords: (): string => "my record",
    onlyYou: (): Line => line`Only you see this`,
  };
};

export type RightsNewsMessages = ReturnType<typeof news>;
