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
  "accounts.refused": () => line`Someone asked to be linked with you, and you said no`,
  "accounts.parted": () => line`Two accounts were separated again`,
  "installation.founded": () => line`The organisation was set up with its first workspace`,
  "installation.asked": () => line`A workspace asked to join the organisation`,
  "installation.joined": () => line`A workspace joined the organisation`,
  "installation.refused": () => line`A workspace's request to join was refused`,
  "practice.on": ({ what }) => line`A practice was switched on: ${what ?? ""}`,
  "practice.off": ({ what }) => line`A practice was switched off: ${what ?? ""}`,
  "numbers.imported": () => line`Numbers were imported from a file`,
  "numbers.linked": () => line`Imported numbers were said to be this person's`,
  "numbers.unlinked": () => line`Imported numbers were said not to be this person's after all`,
  "numbers.exported": () => line`Figures were taken out as a file`,
  "sync.on": () => line`A source of numbers was switched on`,
  "sync.entered": () => line`The settings of a CRM were entered`,
  "sync.off": () => line`A source of numbers was switched off`,
  "person.exported": () => line`All that is kept about you was given out as a file`,
  "person.erased": () => line`All that could be deleted about you was deleted`,
  "officer.named": ({ holds }) =>
    holds
      ? line`You decide about requests to delete data`
      : line`You no longer decide about requests to delete data`,
  "letter.revived": () => line`A message that could not be delivered was sent again`,
  "letter.dropped": () => line`A message that could not be delivered was given up`,
  read: () => line`Someone looked at your open goals, as you have no active manager`,
};

const deciders = {
  you: "you",
  operator: "whoever runs the server",
  platform: "your chat platform",
};

function changedBy(by: RecordLine["by"]): Said | string {
  if (typeof by === "string") return deciders[by];
  return by.name === null ? "someone who has left" : said(by.name);
}

export const record = (f: Formatter) => ({
  recorded: (of: RecordLine): Line => acts[of.act](of),
  recordTitle: (): Line => line`Changes about you`,
  recordEmpty: (): Line => line`Nothing so far.`,
  recordKept: (): Line =>
    line`Who manages you, what you can do, and who else looked at your goals. Kept for two years; nobody can edit it here.`,
  recordedBy: (at: Date, by: RecordLine["by"]): Line =>
    line`${f.dateTime(at)} · by ${changedBy(by)}`,
  older: (): Line => line`Older`,
  helpRecord: () => ({
    does: line`Changes about you: what, by whom and when`,
    usage: "my record",
    example: "my record",
  }),
});

export type RightsRecordMessages = ReturnType<typeof record>;
