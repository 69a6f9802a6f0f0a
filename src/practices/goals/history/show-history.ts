// The list of entries, page by page, for their owner and whoever may log for them; all of them, or those of the goals asked for.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { foldName } from "#src/people/name-folding";
import { mayLogFor, type Person, type PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import { mostOnly } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import { titleFor, type EntryPlace, type GoalId } from "../model.ts";
import { historyCard, type ListedGoal } from "./history-card.ts";

const pageLength = 15;

/** Which page, and of which goals; null for the first, and for all. */
export interface HistoryPage {
  readonly behind: EntryPlace | null;
  readonly only: readonly GoalId[] | null;
}

export async function showHistory(
  { who, words }: { who: Person | null; words: string },
  context: GoalContext,
): Promise<Answer> {
  const of = who ?? context.person;
  if (!mayLogFor(context.person, of)) throw new Refusal(context.t.mayNotSeeEntries(of.name));
  const only = words === "" ? null : await goalsCalled(words, of, context);
  return showPage(of, { behind: null, only }, context);
}

export async function showMoreEntries(
  { of, ...page }: HistoryPage & { of: PersonId },
  context: GoalContext,
): Promise<Answer> {
  const person = await context.stores.people.person(of);
  return showPage(person ?? context.person, page, context);
}

async function showPage(of: Person, page: HistoryPage, context: GoalContext): Promise<Answer> {
  if (!mayLogFor(context.person, of)) throw new Refusal(context.t.mayNotSeeEntries(of.name));
  return show(await historyOf(of, page, context));
}

/** `history G2`, `明细 回款`: by number, or by part of what it is called. */
async function goalsCalled(words: string, of: Person, context: GoalContext): Promise<GoalId[]> {
  const goals = await context.stores.goals.loggedBy(of.id);
  const wanted = foldName(words);
  const called = goals.filter((goal) =>
    [`g${goal.number}`, goal.title, titleFor(goal, "en"), titleFor(goal, "zh")].some((name, i) =>
      i === 0 ? name === wanted : wanted !== "" && foldName(name).includes(wanted),
    ),
  );
  if (called.length === 0) throw new Refusal(context.t.historyUnknown(words));
  return called.slice(0, mostOnly).map(({ id }) => id);
}

export async function historyOf(
  of: Person,
  { behind, only }: HistoryPage,
  { stores, person, today, t }: GoalContext,
): Promise<Card> {
  const found = await stores.goals.historyOf(of.id, pageLength + 1, behind, only);
  const goals: readonly ListedGoal[] = await stores.goals.loggedBy(of.id);
  return historyCard(
    {
      of,
      viewer: person.id,
      today,
      entries: found.slice(0, pageLength),
      goals,
      only: only && goals.filter(({ id }) => only.includes(id)),
      behind,
      next: found[pageLength] ?? null,
    },
    t,
  );
}
