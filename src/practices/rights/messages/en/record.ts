// The record of what was changed about somebody.
import type { Formatter } from "#src/language/format";
import type { AuditAct } from "#src/ports/audit";
import { line, said, type Line, type Said } from "#src/view/line";
import type { RecordLine } from "../../model.ts";

const one = (name: string | null): Line => (name === null ? line`nobody` : line`${said(name)}`);

export const teamName = (name: string | null): Line =>
  name === null ? line`none` : line`${said(name)}`;

const acts: Record<AuditAct, (of: RecordLine) => Line> = {
  "admin.granted": () => line`You became an admin`,
  "admin.lost": () => line`You are no longer an admin`,
  "manager.changed": ({ of, from, to, holds }) => {
    if (of !== null)
      return holds ? line`${said(of)} reports to you` : line`${said(of)} no longer reports to you`;
    return line`Your manager: ${one(from)} → ${one(to)}`;
  },
  "assistant.changed": ({ holds, team: of }) =>
    holds
      ? line`You became the assistant of ${of === null ? "your team" : said(of)}`
      : line`You are no longer the team's assistant`,
  "team.changed": ({ from, to }) => line`Your team: ${teamName(from)} → ${teamName(to)}`,
  "team.led": ({ holds, team: of }) =>
    holds
      ? line`You lead the team ${teamName(of)}`
      : line`You no longer lead the team ${teamName(of)}`,
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

const deciders = {
  you: "you",
  operator: "whoever runs this bot",
  platform: "your chat platform",
};

function changedBy(by: RecordLine["by"]): Said | string {
  if (typeof by === "string") return deciders[by];
  return by.name === null ? "somebody who is gone" : said(by.name);
}

export const record = (f: Formatter) => ({
  recorded: (of: RecordLine): Line => acts[of.act](of),
  recordTitle: (): Line => line`What was changed about you`,
  recordEmpty: (): Line => line`Nothing so far.`,
  recordKept: (): Line =>
    line`Who leads you, what you may do, and who else looked at your goals. Kept for two years; nobody can alter it here.`,
  recordedBy: (at: Date, by: RecordLine["by"]): Line =>
    line`${f.dateTime(at)} · by ${changedBy(by)}`,
  older: (): Line => line`Older`,
  helpRecord: () => ({
    does: line`What was changed about you, by whom and when`,
    usage: "my record",
    example: "my record",
  }),
});

export type RightsRecordMessages = ReturnType<typeof record>;
