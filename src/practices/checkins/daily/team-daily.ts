// 团队日报: a manager's table of one day: who wrote, what they reported, where they are stuck, and whose note is still to come.
import { show, type Answer } from "#src/bot/declare/answer";
import type { LocalDate } from "#src/calendar/local-date";
import type { Person, PersonId } from "#src/people/person";
import { gainsUnder, type Gain } from "#src/practices/goals/api";
import { shorten } from "#src/language/text";
import { card, softText, table, type Card } from "#src/view/card";
import { joinLines, said } from "#src/view/line";
import { rhythms, type CheckinContext } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { reportsOf } from "../weekly/digest.ts";

export interface DailyRow {
  readonly name: string;
  /** Empty where they wrote none. */
  readonly note: string;
  readonly gains: readonly Gain[];
  readonly blockers: readonly string[];
}

export interface TeamDay {
  readonly on: LocalDate;
  readonly rows: readonly DailyRow[];
  readonly wrote: number;
  /** Asked for one, and not written yet. */
  readonly open: readonly string[];
  readonly away: readonly string[];
}

const longestNote = 80;

export async function teamDailySaid(
  { on }: { on: LocalDate | null },
  context: CheckinContext,
): Promise<Answer> {
  const reports = await reportsOf(context);
  if (reports.length === 0) return show(card({ title: context.t.nobodyReports() }));
  return show(teamDailyCard(await dayOf(reports, on ?? context.today, context), context.t));
}

async function dayOf(
  reports: readonly Person[],
  on: LocalDate,
  context: CheckinContext,
): Promise<TeamDay> {
  const { checkins } = context.stores;
  const ids = reports.map((each) => each.id);
  const notes = new Map(
    (await checkins.dailyNotesOf(ids, on)).map((each) => [each.personId, each]),
  );
  const gains = await gainsUnder(on, context);
  const blockers = await checkins.openBlockers(ids);
  const rows: DailyRow[] = [];
  const open: string[] = [];
  const away: string[] = [];
  const asked = await askedOf(reports, context);
  for (const person of reports) {
    const note = notes.get(person.id);
    const row: DailyRow = {
      name: person.name,
      note: note ? [note.done, note.next].filter((each) => each !== "").join(" → ") : "",
      gains: gains.filter(({ goal }) => goal.ownerId === person.id),
      blockers: blockers.filter((each) => each.personId === person.id).map((each) => each.text),
    };
    if (note || row.gains.length + row.blockers.length > 0) rows.push(row);
    if (note || !asked.has(person.id)) continue;
    if ((await context.workCalendar(person)).isWorkday(on)) open.push(person.name);
    else away.push(person.name);
  }
  return { on, rows, wrote: notes.size, open, away };
}

/** Who is asked for one: by their own choice, else by their team's. */
async function askedOf(
  reports: readonly Person[],
  context: CheckinContext,
): Promise<ReadonlySet<PersonId>> {
  const rhythmFor = await rhythms(context);
  const asked = new Set<PersonId>();
  for (const person of reports) {
    const own = await context.stores.checkins.wantsDaily(person.id);
    if (own ?? (!person.assistant && rhythmFor(person).daily)) asked.add(person.id);
  }
  return asked;
}

export function teamDailyCard({ on, rows, wrote, open, away }: TeamDay, t: CheckinMessages): Card {
  return card({
    title: t.teamDailyTitle(on),
    context: t.teamDailyWrote(wrote),
    body: [
      rows.length === 0
        ? undefined
        : table(
            [t.teamDailyWho(), t.teamDailyNote(), t.teamDailyFigures(), t.blockers()],
            rows.map((each) => [
              [said(each.name)],
              each.note === "" ? t.teamDailyNone() : [said(shorten(each.note, longestNote))],
              each.gains.length === 0
                ? t.teamDailyNone()
                : joinLines(each.gains.map(t.teamDailyGain), t.between()),
              each.blockers.length === 0
                ? t.noBlockers()
                : joinLines(
                    each.blockers.map((text) => [said(shorten(text, longestNote))]),
                    t.between(),
                  ),
            ]),
          ),
      open.length === 0 ? undefined : softText(t.teamDailyOpen(open)),
      away.length === 0 ? undefined : softText(t.excused(away)),
      wrote === 0 ? undefined : softText(t.teamDailyWhole()),
    ],
    sees: t.onlyYou(),
  });
}
