// A weekly check-in that was sent, and one's own top three.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { joinLines, line, said, type Line } from "#src/view/line";
import type { Commit, Priority, Visibility } from "../../model.ts";

const money = (f: Formatter, { value, currency }: Pick<Commit, "value" | "currency">): string =>
  f.amount(value, { kind: "money", currency });

export const weekly = (f: Formatter) => ({
  isOff: (): Line =>
    line`Check-ins are switched off in this workspace. An admin can turn them on in setup.`,
  title: (day: LocalDate) => line`Check-in for the week of ${f.date(day)}`,
  titleOf: (name: string, day: LocalDate) =>
    line`${said(name)}: check-in for the week of ${f.date(day)}`,
  write: () => line`Check in`,
  edit: () => line`Change it`,
  save: () => line`Save`,
  sent: () => line`Check-in sent`,
  changed: () => line`Check-in changed`,
  late: () => line`sent a little later`,
  goalTitle: (number: number, title: string) => line`G${String(number)} ${said(title)}`,
  goalRow: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal) =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of the time gone`,
  priorities: () => line`Top three`,
  priority: ({ text }: Priority) => line`${said(text)}`,
  priorityState: (state: Priority["state"]) =>
    line`${{ open: "open", done: "done", carried: "carried on", dropped: "dropped" }[state]}`,
  carriedOn: () => line`from last time`,
  tick: () => line`Done`,
  ticked: (text: string) => line`Done: ${said(text)}`,
  prioritiesTitle: (day: LocalDate) => line`My top three, week of ${f.date(day)}`,
  stillOpen: () => line`Still open from last time:`,
  noPriorities: () => line`No priorities for this week yet.`,
  commits: () => line`Commit this week`,
  commitIs: (commits: readonly Commit[]) =>
    joinLines(
      commits.map((each) => line`${money(f, each)} (G${String(each.number)})`),
      ", ",
    ),
  total: (sums: readonly Pick<Commit, "value" | "currency">[]) =>
    line`${sums.map((each) => money(f, each)).join(" + ")}`,
  rhythmOfMine: (streak: number, onTime: number, expected: number) =>
    line`${String(streak)} in a row · on time ${String(onTime)} of ${String(expected)} · only you see this`,
  person: (name: string) => line`${said(name)}`,
  seenBy: (author: string, visible: Visibility, manager: string | null): Line => {
    const names =
      manager === null
        ? line`${said(author)}`
        : line`${said(author)} and their manager ${said(manager)}`;
    return visible === "team"
      ? line`Who can see this: ${names}, and everybody in their team`
      : line`Who can see this: ${names}`;
  },
  onlyYouYet: () => line`Who can see this: only you, for now`,
  noCheckinYet: (name: string) => line`${said(name)} has not sent a check-in yet.`,
  notReadable: (name: string) => line`${said(name)}'s check-in is for them and their manager.`,
  log: () => line`Log`,
  helpCheckin: () => ({
    does: line`Your weekly check-in, or read somebody's`,
    usage: "checkin [@name | what matters]",
    example: "checkin",
  }),
  helpPriorities: () => ({
    does: line`Your top three this week`,
    usage: "priorities [what matters]",
    example: "priorities",
  }),
});

export type WeeklyMessages = ReturnType<typeof weekly>;
