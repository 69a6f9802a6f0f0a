// The list of entries, page by page, for their owner and whoever may log for them.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { mayLogFor, type Person, type PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { GoalContext } from "../context.ts";
import type { EntryPlace } from "../model.ts";
import { historyCard } from "./history-card.ts";

const pageLength = 15;

export async function showHistory(
  { who }: { who: Person | null },
  context: GoalContext,
): Promise<Answer> {
  return showPage(who ?? context.person, null, context);
}

export async function showMoreEntries(
  { of, behind }: { of: PersonId; behind: EntryPlace },
  context: GoalContext,
): Promise<Answer> {
  const person = await context.stores.people.person(of);
  return showPage(person ?? context.person, behind, context);
}

async function showPage(
  of: Person,
  behind: EntryPlace | null,
  context: GoalContext,
): Promise<Answer> {
  if (!mayLogFor(context.person, of)) throw new Refusal(context.t.mayNotSeeEntries(of.name));
  return show(await historyOf(of, behind, context));
}

export async function historyOf(
  of: Person,
  behind: EntryPlace | null,
  { stores, person, today, t }: GoalContext,
): Promise<Card> {
  const found = await stores.goals.historyOf(of.id, pageLength + 1, behind);
  return historyCard(
    {
      of,
      viewer: person.id,
      today,
      entries: found.slice(0, pageLength),
      behind,
      next: found[pageLength] ?? null,
    },
    t,
  );
}
