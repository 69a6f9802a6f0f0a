// What somebody asked of whoever leads them and still waits for: a goal that is to change, an entry that is not right.
import { say } from "#src/bot/declare/actions";
import { button, card, rows, type Card } from "#src/view/card";
import { showDispute } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { KnownEntry } from "../model.ts";
import type { Need } from "./needs.ts";
import type { Member } from "./tracked.ts";

const dayMs = 24 * 3_600_000;

const daysSince = (at: Date, { now }: GoalContext): number =>
  Math.floor((now.getTime() - at.getTime()) / dayMs);

/** Changes of a goal that wait for whoever looks. */
export async function changesAsked(
  members: readonly Member[],
  context: GoalContext,
): Promise<Need[]> {
  const asked = await context.stores.goals.changesAskedOf(context.person.id);
  return asked.flatMap(({ goalId, byId, at }): Need[] => {
    const member = members.find(({ person }) => person.id === byId);
    const goal = member?.goals.find((each) => each.goal.id === goalId);
    if (!member || !goal) return [];
    return [
      {
        person: byId,
        urgency: "waits",
        weight: daysSince(at, context),
        goal,
        line: context.t.asksToChange(goal.goal.number),
        button: button(context.t.decide(), say({ text: `G${goal.goal.number}` })),
      },
    ];
  });
}

/** Entries whose owner waits for whoever looks to say whether they are right. */
export async function disputesAsked(
  members: readonly Member[],
  context: GoalContext,
): Promise<Need[]> {
  const asked = await context.stores.goals.disputesAskedOf(context.person.id);
  return asked.flatMap(({ entry, at }): Need[] => {
    const member = members.find(({ person }) => person.id === entry.ownerId);
    const goal = member?.goals.find((each) => each.goal.id === entry.goalId);
    if (!member) return [];
    return [
      {
        person: entry.ownerId,
        urgency: "waits",
        weight: daysSince(at, context),
        ...(goal ? { goal } : {}),
        line: context.t.disputesEntry(entry, entry.goalNumber),
        button: button(context.t.decide(), showDispute({ entry: entry.id })),
      },
    ];
  });
}

/** Of people whom whoever looks does not lead: they logged it for them, or decide in their manager's place. A manager's own stand in their team. */
export async function disputesAtHome(context: GoalContext): Promise<readonly Card[]> {
  const { stores, person, t } = context;
  const asked = await stores.goals.disputesAskedOf(person.id);
  if (asked.length === 0) return [];
  const led = new Set((await stores.people.reportsOf(person.id)).map((each) => each.id));
  const others = asked.filter(({ entry }) => !led.has(entry.ownerId));
  return others.length === 0
    ? []
    : [
        waitingCard(
          others.map(({ entry }) => entry),
          t,
        ),
      ];
}

export const waitingCard = (
  entries: readonly Pick<KnownEntry, "id" | "goalNumber" | "ownerName" | "value" | "unit">[],
  t: GoalMessages,
): Card =>
  card({
    title: t.waitsForYou(),
    tone: "warning",
    body: [
      rows(
        entries.map((entry) => ({
          line: t.ownedBy(entry.ownerName),
          soft: t.disputesEntry(entry, entry.goalNumber),
          buttons: [button(t.decide(), showDispute({ entry: entry.id }))],
        })),
      ),
    ],
  });
