// What rights says in English.
import type { AuditAct } from "#src/ports/audit";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import type { RecordLine } from "../model.ts";

export type RightsMessages = ReturnType<typeof en>;

/** So many are named; the others are counted. */
const mostNamed = 8;

export const en = (f: Formatter) => {
  const some = (names: readonly string[]): Line =>
    names.length <= mostNamed
      ? line`${said(f.list(names))}`
      : line`${said(names.slice(0, mostNamed).join(", "))} and ${String(names.length - mostNamed)} more`;
  const one = (name: string | null): Line => (name === null ? line`nobody` : line`${said(name)}`);
  const team = (name: string | null): Line => (name === null ? line`none` : line`${said(name)}`);
  const s = (names: readonly string[]): string => (names.length === 1 ? "s" : "");
  const acts: Record<AuditAct, (of: RecordLine) => Line> = {
    "admin.granted": () => line`You became an admin`,
    "admin.lost": () => line`You are no longer an admin`,
    "manager.changed": ({ of, from, to, holds }) => {
      if (of !== null)
        return holds
          ? line`${said(of)} reports to you`
          : line`${said(of)} no longer reports to you`;
      return line`Your manager: ${one(from)} → ${one(to)}`;
    },
    "assistant.changed": ({ holds, team: of }) =>
      holds
        ? line`You became the assistant of ${of === null ? "your team" : said(of)}`
        : line`You are no longer the team's assistant`,
    "team.changed": ({ from, to }) => line`Your team: ${team(from)} → ${team(to)}`,
    "team.led": ({ holds, team: of }) =>
      holds ? line`You lead the team ${team(of)}` : line`You no longer lead the team ${team(of)}`,
    "accounts.joined": () => line`Two accounts of yours were linked`,
    "accounts.refused": () => line`Somebody asked to be linked with you, and you said no`,
    "accounts.parted": () => line`Two accounts were taken apart again`,
    "installation.founded": () => line`The organisation began with a workspace`,
    "installation.asked": () => line`A workspace asked to join the organisation`,
    "installation.joined": () => line`A workspace joined the organisation`,
    "installation.refused": () => line`A workspace was kept out of the organisation`,
    "practice.on": ({ what }) => line`A practice was switched on: ${what ?? ""}`,
    "practice.off": ({ what }) => line`A practice was switched off: ${what ?? ""}`,
    "letter.revived": () => line`A message that could not be delivered was sent once more`,
    "letter.dropped": () => line`A message that could not be delivered was let go`,
    read: () => line`Your open goals were looked at, as nobody who is here leads you`,
  };
  return {
    recorded: (of: RecordLine): Line => acts[of.act](of),
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
        ? line`You are no longer the assistant of ${team(before)}.`
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
    recordTitle: (): Line => line`What was changed about you`,
    recordEmpty: (): Line => line`Nothing so far.`,
    recordKept: (): Line =>
      line`Who leads you, what you may do, and who else looked at your goals. Kept for two years; nobody can alter it here.`,
    recordedBy: (at: Date, by: RecordLine["by"]): Line => {
      const who =
        by === "you"
          ? "you"
          : by === "operator"
            ? "whoever runs this bot"
            : by === "platform"
              ? "your chat platform"
              : by.name === null
                ? "somebody who is gone"
                : said(by.name);
      return line`${f.dateTime(at)} · by ${who}`;
    },
    older: (): Line => line`Older`,
    onlyYou: (): Line => line`Only you see this`,
    helpRecord: () => ({
      does: line`What was changed about you, by whom and when`,
      usage: "my record",
      example: "my record",
    }),
  };
};
