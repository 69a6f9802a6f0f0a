// What whoever leads somebody is told of that person's goals: reached, closed early, given a lower target or more time. One message a goal
// and kind, kept up to date: what is taken back before it went out is never said.
import type { Notice } from "#src/bot/declare/answer";
import { compareDates } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import { card, quote, softText, type Card } from "#src/view/card";
import { said } from "#src/view/line";
import { ownerOf, type GoalContext } from "../context.ts";
import { standsNow } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { Aim, GoalId, GoalProgress } from "../model.ts";
import { standsReached } from "../rules.ts";

/** Null where the manager acts themselves, or nobody leads the owner. */
async function toldTo(owner: Person, context: GoalContext): Promise<Person | null> {
  const manager = await context.managerOf(owner);
  return manager === null || manager.id === context.person.id ? null : manager;
}

/** Several that are reached within the hour are one message. */
const reachedNames = "goals.reached:";
const reachedName = (id: GoalId): string => `${reachedNames}${id}`;

/** The owner's target was reached: their manager hears it, to say something kind. */
export async function tellReached(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Notice | null> {
  const manager = await toldTo(owner, context);
  return manager
    ? {
        ...context.notify(
          manager,
          `reached-${goal.id}`,
          (t) => reachedTold(goal, owner.name, t),
          reachedName(goal.id),
        ),
        gathers: reachedNames,
      }
    : null;
}

export const reachedTold = (goal: GoalProgress, name: string, t: GoalMessages): Card =>
  card({
    title: t.reachedTold(name),
    joy: "reached",
    faces: [said(name)],
    tone: "good",
    context: t.titled(goal.number, goal),
    body: [softText(standsNow(goal, t))],
    sees: t.seenByYou(),
  });

/** Those of these goals that stand reached. */
export async function reachedAmong(
  ids: readonly GoalId[],
  { stores }: GoalContext,
): Promise<readonly GoalProgress[]> {
  const found = await Promise.all(ids.map((id) => stores.goals.byId(id)));
  return found.filter((each) => each !== null).filter((each) => standsReached(each, null));
}

/** What had reached its target and does not any more: never said where it had not gone out, else said again as it is. */
export async function tellOpenAgain(
  before: readonly GoalProgress[],
  context: GoalContext,
): Promise<Notice[]> {
  const told: Notice[] = [];
  for (const goal of before) {
    const now = await context.stores.goals.byId(goal.id);
    if (!now || standsReached(now, null)) continue;
    const person = await ownerOf(goal, context);
    const manager = await toldTo(person, context);
    if (manager && (await context.stores.nudges.takeBack(manager.id, reachedName(goal.id))))
      told.push(
        context.notify(
          manager,
          `reached-${goal.id}`,
          (t) =>
            card({
              title: t.reachedNoMore(person.name),
              context: t.titled(now.number, now),
              body: [softText(standsNow(now, t))],
              sees: t.seenByYou(),
            }),
          reachedName(goal.id),
        ),
      );
  }
  return told;
}

/** After an entry was changed: reached by it, or open again; nothing where that is as it was. */
export async function tellStanding(
  before: readonly GoalProgress[],
  id: GoalId,
  owner: Person,
  context: GoalContext,
): Promise<readonly (Notice | null)[]> {
  if (before.length > 0) return tellOpenAgain(before, context);
  const [reached] = await reachedAmong([id], context);
  return reached ? [await tellReached(reached, owner, context)] : [];
}

/** Closed before its time, or dropped: the other of the two is told, with the word why. */
export async function tellEnded(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Notice | null> {
  const isOwn = owner.id === context.person.id;
  const other = isOwn ? await toldTo(owner, context) : owner;
  const by = context.person.name;
  return other
    ? context.notify(other, `ended-${goal.id}`, (t) =>
        card({
          title: t.endedTold(by, goal.state === "dropped"),
          context: t.titled(goal.number, goal),
          body: [
            softText(standsNow(goal, t)),
            goal.lesson === null ? undefined : quote(said(goal.lesson)),
          ],
          sees: isOwn ? t.seenByYou() : t.seenByOwner(by),
        }),
      )
    : null;
}

/** A goal that is the owner's alone moves at once; what makes it easier is told. */
export async function tellMoved(
  goal: GoalProgress,
  wanted: Aim,
  reason: string,
  owner: Person,
  context: GoalContext,
): Promise<Notice | null> {
  const isLower = isEasier(goal, wanted);
  if (!isLower && compareDates(wanted.due, goal.period.end) <= 0) return null;
  const manager = owner.id === context.person.id ? await toldTo(owner, context) : null;
  return manager
    ? context.notify(
        manager,
        `moved-${goal.id}`,
        (t) =>
          card({
            title: t.movedTold(owner.name, isLower),
            context: t.titled(goal.number, goal),
            body: [
              softText(
                t.movedFromTo(goal.target, goal.period.end, wanted.target, wanted.due, goal.unit),
              ),
              quote(said(reason)),
            ],
            sees: t.seenByYou(),
          }),
        `goals.moved:${goal.id}`,
      )
    : null;
}

/** Whether the same standing is further along with the new target; a limit is easier where it lets more in. */
function isEasier(goal: GoalProgress, { target }: Aim): boolean {
  if (goal.direction === "keep") return target.gt(goal.target);
  if (goal.direction === "floor") return target.lt(goal.target);
  return goal.direction === "down" ? target.gt(goal.target) : target.lt(goal.target);
}
