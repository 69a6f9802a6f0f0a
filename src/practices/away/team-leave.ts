// Whose leave a manager sees: that of their direct reports, from today on.
import { show, type Answer } from "#src/bot/declare/answer";
import type { Context } from "#src/bot/declare/practice";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import { isManager } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { card, rows, softText, text, type Card } from "#src/view/card";
import type { AwayMessages } from "./messages/en.ts";

type TeamContext = Context<AwayMessages, { readonly people: PeopleStore }>;

export interface Absence extends Leave {
  readonly name: string;
}

/** On the home page only what is near. */
const nearDays = 14;
const mostShown = 20;

async function absences({ stores, person, today, here }: TeamContext): Promise<readonly Absence[]> {
  const reports = (await stores.people.reportsOf(person.id)).filter(
    (each) => here.team === null || each.teamId === here.team,
  );
  const leave = await stores.people.leaveOf(
    reports.map((each) => each.id),
    today,
  );
  return reports
    .flatMap(({ id, name }) => (leave.get(id) ?? []).map((each) => ({ ...each, name })))
    .toSorted((a, b) => compareDates(a.from, b.from));
}

export function teamLeaveCard(all: readonly Absence[], t: AwayMessages): Card {
  return card({
    title: t.teamTitle(),
    body: [
      all.length === 0
        ? text(t.teamNone())
        : rows(
            all
              .slice(0, mostShown)
              .map(({ name, from, to }) => ({ line: t.teamAway(name, from, to) })),
          ),
      all.length > mostShown ? softText(t.teamMore(all.length - mostShown)) : undefined,
    ],
  });
}

export async function showTeamLeave(_input: unknown, context: TeamContext): Promise<Answer> {
  return show(teamLeaveCard(await absences(context), context.t));
}

/** For a manager, what begins within two weeks. */
export async function teamLeaveAtHome(context: TeamContext): Promise<readonly Card[]> {
  if (!isManager(context.person)) return [];
  const until: LocalDate = addDays(context.today, nearDays);
  const near = (await absences(context)).filter((each) => each.from <= until);
  return near.length === 0 ? [] : [teamLeaveCard(near, context.t)];
}
