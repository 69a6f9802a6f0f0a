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
      : line`${said(f.list([...names.slice(0, mostNamed), `${String(names.length - mostNamed)} more`]))}`;

  return {
    newsTitle: (): Line => line`Changes to who can see what`,
    managerNow: (now: string, before: string | null): Line =>
      line`${said(now)} is now your manager and can see your goals, check-ins and blockers.${before === null ? "" : line` ${said(before)} no longer can.`}`,
    noManager: (before: string | null): Line =>
      line`${before === null ? "Nobody" : said(before)} ${before === null ? "is your manager right now." : "is no longer your manager and can no longer see your goals, check-ins and blockers. You have no manager for now."}`,
    assistantsNow: (names: readonly string[]): Line =>
      line`${some(names)} can now log for you as your team's assistant, and see your goals and entries.`,
    assistantsGone: (names: readonly string[]): Line =>
      line`${some(names)} can no longer log for you or see your goals.`,
    teamNow: (now: string | null): Line =>
      now === null
        ? line`You're not in a team now.`
        : line`Your team is now ${said(now)}. What you share with the team goes there.`,
    assistsNow: (now: string | null, before: string | null): Line =>
      now === null
        ? line`You are no longer the assistant of ${teamName(before)}.`
        : line`You're now the assistant of ${said(now)}: you can log for everyone in it, and see their goals and entries.`,
    leadsNow: (added: readonly string[], gone: readonly string[]): Line => {
      const leaves = line`${some(gone)} no longer report${s(gone)} to you.`;
      return added.length === 0
        ? leaves
        : line`${some(added)} now report${s(added)} to you: you can see their goals, check-ins and blockers.${gone.length === 0 ? "" : line` ${leaves}`}`;
    },
    asBefore: (): Line => line`That change was undone: everything is as before`,
    toRecord: (): Line => line`Changes about me`,
    recordWords: (): string => "my record",
    onlyYou: (): Line => line`Visible only to you`,
  };
};

export type RightsNewsMessages = ReturnType<typeof news>;
