// A weekly check-in that was sent, and one's own top three.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { titleFor, type Titled } from "#src/practices/goals/api";
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
  edit: () => line`Edit`,
  save: () => line`Save`,
  sent: () => line`Check-in sent`,
  changed: () => line`Check-in updated`,
  late: () => line`sent after the deadline`,
  goalTitle: (number: number, goal: Titled) =>
    line`G${String(number)} ${said(titleFor(goal, "en"))}`,
  goalRow: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal) =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of time elapsed`,
  priorities: () => line`Top three`,
  priority: ({ text }: Priority) => line`${said(text)}`,
  priorityState: (state: Priority["state"]) =>
    line`${{ open: "open", done: "done", carried: "carried over", dropped: "dropped" }[state]}`,
  carriedOn: () => line`from last time`,
  tick: () => line`Done`,
  ticked: (text: string) => line`Done: ${said(text)}`,
  prioritiesTitle: (day: LocalDate) => line`My top three, week of ${f.date(day)}`,
  stillOpen: () => line`Still open from last time:`,
  noPriorities: () => line`No priorities written yet.`,
  commits: (ahead: boolean) => line`Commit ${ahead ? "for the week ahead" : "this week"}`,
  commitIs: (commits: readonly Commit[]) =>
    joinLines(
      commits.map((each) => line`${money(f, each)} (G${String(each.number)})`),
      ", ",
    ),
  total: (sums: readonly Pick<Commit, "value" | "currency">[]) =>
    line`${sums.map((each) => money(f, each)).join(" + ")}`,
  rhythmOfMine: (streak: number, onTime: number, expected: number) =>
    line`${String(streak)} in a row · on time ${String(onTime)} of ${String(expected)} · visible only to you`,
  person: (name: string) => line`${said(name)}`,
  seenBy: (author: string, visible: Visibility, manager: string | null): Line => {
    const names =
      manager === null
        ? line`${said(author)}`
        : line`${said(author)} and their manager ${said(manager)}`;
    return visible === "team"
      ? line`Visible to ${names}, and everyone in their team`
      : line`Visible to ${names}`;
  },
  onlyYouYet: () => line`Visible only to you, for now`,
  noCheckinYet: (name: string) => line`${said(name)} has not sent a check-in yet.`,
  notReadable: (name: string) => line`Only ${said(name)} and their manager can see this check-in.`,
  log: () => line`Log`,
  helpCheckin: () => ({
    does: line`Your weekly check-in, or someone else's`,
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
