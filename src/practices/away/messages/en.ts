// What away says in English.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type AwayMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  title: (from: LocalDate, to: LocalDate) =>
    from === to
      ? line`Away on ${f.dateLong(from)}`
      : line`Away ${f.dateLong(from)} to ${f.dateLong(to)}`,
  backOn: (date: LocalDate) => line`Back on ${f.date(date)}`,
  openYear: (year: number) =>
    line`Holidays of ${String(year)} not confirmed yet: the day may change.`,
  note: () =>
    line`No reminders during that time; check-ins are excused, and those days don't count towards your pace.`,
  sees: (manager: string | null, leads: boolean): Line => {
    const summary =
      manager === null
        ? line`Nobody is told`
        : line`${said(manager)} sees these days, for planning and in the weekly summary`;
    return leads
      ? line`${summary}; anyone who tells you they're stuck hears when you're back`
      : summary;
  },
  teamTitle: () => line`Away in your team`,
  teamNone: () => line`Nobody in your team is away, as far as they noted it.`,
  teamAway: (name: string, from: LocalDate, to: LocalDate) =>
    from === to
      ? line`${said(name)} · ${f.date(from)}`
      : line`${said(name)} · ${f.date(from)} to ${f.date(to)}`,
  teamMore: (count: number) => line`and ${String(count)} more`,
  endNow: () => line`I'm back`,
  cancel: () => line`Cancel leave`,
  back: () => line`Welcome back. Reminders and pace continue as usual.`,
  calledOff: (from: LocalDate, to: LocalDate) =>
    from === to
      ? line`Cancelled: ${f.date(from)}.`
      : line`Cancelled: ${f.date(from)} to ${f.date(to)}.`,
  notAway: () => line`You're not away. To set leave: ${typed("away until Friday")}.`,
  past: () => line`That day has passed. Name a later one: ${typed("away until Friday")}.`,
  backwards: () =>
    line`The first day is after the last one. Try ${typed("away Wednesday to Friday")}.`,
  wholeDays: () =>
    line`I only track whole days off. For a quiet half day: ${typed("pause until tomorrow")}.`,
  severalDays: () =>
    line`Those are separate days. Please send them one at a time: ${typed("away Monday")}, then the next.`,
  whichDays: () =>
    line`I can't tell the first and the last day from that. Write it like ${typed("away 24 Dec to 28 Dec")}.`,
  whichDaysOff: () => line`Which days? For others than these: ${typed("away 24 Dec to 28 Dec")}.`,
  commonDays: () => ["today", "tomorrow", "until Monday"],
  travelUntil: () =>
    line`Until when? ${typed("travelling until Friday")} and I ask whether you want it quiet.`,
  travelling: (from: LocalDate, to: LocalDate) =>
    from === to
      ? line`Travelling on ${f.date(from)}: should I be quiet?`
      : line`Travelling ${f.date(from)} to ${f.date(to)}: should I be quiet?`,
  travelNote: () =>
    line`Nothing changes unless you choose. Leave also excuses check-ins, and those days don't count towards your pace.`,
  travelQuiet: () => line`Only no reminders`,
  travelLeave: () => line`Count it as leave`,
  tooLong: () => line`That's more than a year. Please check the date.`,
  takeLeave: () => line`Away`,
  fieldFrom: () => line`First day`,
  fieldTo: () => line`Last day`,
  fieldToHint: () => line`Leave it empty for one day`,
  fieldWords: () => line`tomorrow, Friday, 5 December`,
  dayPast: () => line`That day has passed.`,
  lastBeforeFirst: () => line`The last day is before the first one.`,
  save: () => line`Save`,
  formSees: () => line`Visible to your manager, and to your team when it matters`,
  helpAway: () => ({
    does: line`No reminders while you are away`,
    usage: "away until <date> | away 3 days",
    example: "away until Friday",
  }),
  helpTeam: () => ({
    does: line`Who of your team is away, and when`,
    usage: "who is away",
    example: "who is away",
  }),
  helpBack: () => ({ does: line`Back earlier than planned`, usage: "back", example: "back" }),
});
