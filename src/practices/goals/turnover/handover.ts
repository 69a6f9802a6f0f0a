// What becomes of the open goals of somebody who left: their manager passes each on or closes it; where nobody leads them, an admin
// does. What was logged stays with whoever logged it.
import {
  ask,
  correct,
  replan,
  replace,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Upkeep } from "#src/bot/declare/practice";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { manages, type Person, type PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import {
  goalNow,
  decidableGoal,
  keepRead,
  lockDecidableGoal,
  paced,
  type GoalContext,
  type GoalStores,
  type OwnedGoal,
  type PacedGoal,
} from "../context.ts";
import { proposalName } from "../agree/propose.ts";
import { allPassedOnCard, leaverCard, passedOnCard, passOnForm } from "./handover-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { isUnderWay, type GoalId } from "../model.ts";

/** Who left longer ago is no news; the home still shows what is open. */
const newsDays = 7;

interface Leaver {
  readonly person: Person;
  readonly goals: readonly PacedGoal[];
}

/** Those whose goals this person is to see to. */
async function openOfLeavers(context: GoalContext): Promise<readonly Leaver[]> {
  const open = await context.stores.goals.openOfLeavers(context.person.id);
  const leavers: Leaver[] = [];
  for (const id of new Set(open.map((goal) => goal.ownerId))) {
    const person = await context.stores.people.person(id);
    const theirs = open.filter((goal) => goal.ownerId === id);
    if (person)
      leavers.push({
        person,
        goals: await Promise.all(theirs.map((goal) => paced(goal, person, context))),
      });
  }
  return leavers;
}

/** For whoever looks now. */
async function leaversOf(context: GoalContext): Promise<readonly Leaver[]> {
  const found = await openOfLeavers(context);
  for (const { person, goals } of found)
    for (const { goal } of goals) await keepRead(goal, person, context);
  return found;
}

const leaverName = (id: PersonId): string => `goals.leaver:${id}`;

/** Told once, and kept up to date. */
export const leavers: Upkeep<GoalMessages, GoalStores> = {
  whom: ({ goals }, now) => goals.heirsOfLeavers(newsSince(localDateAt(now, "UTC"))),
  async tend(context) {
    const since = newsSince(context.today);
    const news = (await openOfLeavers(context)).flatMap((each) => {
      const { leftOn } = each.person;
      return leftOn !== null && compareDates(leftOn, since) >= 0 ? [{ ...each, leftOn }] : [];
    });
    // Asked again and again while it is news, and told once.
    for (const { person, goals, leftOn } of news)
      for (const { goal } of goals) await keepRead(goal, person, context, leftOn);
    return news.map(({ person, goals, leftOn }): Notice => ({
      ...context.notify(context.person, `leaver-${person.id}-${leftOn}`, (t) =>
        leaverCard(person.name, goals, t),
      ),
      standing: leaverName(person.id),
    }));
  },
};

const newsSince = (today: LocalDate): LocalDate => addDays(today, -newsDays);

export const leaversAtHome = async (context: GoalContext): Promise<readonly Card[]> =>
  (await leaversOf(context)).map(({ person, goals }) => leaverCard(person.name, goals, context.t));

/** The goal of somebody who left, for whoever sees to it. */
function leftBehind(found: OwnedGoal, context: GoalContext): OwnedGoal {
  if (found.owner.leftOn === null || !isUnderWay(found.goal))
    throw new Refusal(context.t.passedOnAlready());
  return found;
}

/** Oneself, and whom one leads; an admin may choose anybody. */
const heirs = async (context: GoalContext): Promise<readonly Person[]> =>
  (await context.stores.people.directory()).filter(
    (each) =>
      each.id === context.person.id || manages(context.person, each) || context.person.admin,
  );

export async function askToPassOn(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = leftBehind(await decidableGoal(id, context), context);
  return ask(passOnForm(goal, await heirs(context), context.t));
}

/** The new owner agrees to it as to any goal that is proposed; who takes it over has agreed. */
export async function passOn(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const { goal, owner } = leftBehind(await lockDecidableGoal(payload.goal, context), context);
  const offered = await heirs(context);
  const fields = readFields(values, context);
  const chosen = fields.chosen(
    "who",
    offered.map((each) => each.id),
  );
  const heir = offered.find((each) => each.id === chosen);
  if (fields.wrong || heir === undefined) return correct(fields.errors);
  const mine = heir.id === person.id;
  await stores.goals.change(goal.id, {
    ownerId: heir.id,
    confidence: null,
    ...(mine
      ? { state: "active" }
      : { state: "proposed", proposedById: person.id, proposedOn: context.today }),
  });
  await stores.goals.passOn({
    id: context.newId(),
    goalId: goal.id,
    fromId: owner.id,
    toId: heir.id,
    byId: person.id,
    at: context.now,
  });
  const now = await goalNow(goal.id, context);
  const told = mine
    ? null
    : {
        ...context.notify(heir, "passed-on", (reader) =>
          passedOnCard(now, owner.name, person.name, reader),
        ),
        standing: proposalName(goal.id),
      };
  const rest = (await leaversOf(context)).find((each) => each.person.id === owner.id)?.goals ?? [];
  const says = mine ? t.tookOver(goal.number, owner.name) : t.passedOn(goal.number, heir.name);
  const card =
    rest.length === 0
      ? allPassedOnCard(owner.name, says, t)
      : leaverCard(owner.name, rest, t, says);
  return replan(committed(replace(card), told), heir.id);
}
