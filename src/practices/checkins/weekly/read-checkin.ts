// Reading check-ins: one's own top three, a report's, a teammate's where the form said so, the team's.
import { replace, show, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { manages, type Person, type PersonId } from "#src/people/person";
import { button, card, type Card } from "#src/view/card";
import type { Tool } from "#src/practices/help/api";
import { askChase, askCheckin } from "../actions.ts";
import { nowFor, type CheckinContext } from "../context.ts";
import { digestOf, latestWeek, reportsOf } from "./digest.ts";
import type { CheckinId } from "../model.ts";
import { isExpected, looksAhead, mayRead, plannedWeek } from "../rules.ts";
import { checkinCard, digestCard, prioritiesCard } from "./checkin-card.ts";
import type { Typed } from "./parse-input.ts";
import { askForCheckin } from "./write-checkin.ts";

export const checkinSaid = (
  { line: { who, words } }: { line: Typed },
  context: CheckinContext,
): Promise<Answer> =>
  who === null || who.id === context.person.id
    ? askForCheckin(context, words)
    : readCheckinOf(who, context);

export async function openCheckin(
  { person }: { person: PersonId },
  context: CheckinContext,
): Promise<Answer> {
  const author = await context.stores.people.person(person);
  if (!author) throw new Refusal(context.house.oldCard());
  return readCheckinOf(author, context);
}

/** The newest that the reader may read; who may not learns nothing, not even whether there is one. */
async function readCheckinOf(author: Person, context: CheckinContext): Promise<Answer> {
  const { t, stores, person } = context;
  const [checkin] = await stores.checkins.of(author.id, 1);
  if (!mayRead(person, author, checkin?.visible ?? "manager"))
    throw new Refusal(t.notReadable(author.name));
  if (!checkin) throw new Refusal(t.noCheckinYet(author.name));
  // What was said to the manager alone is not the team's to read.
  const blockers = (await stores.checkins.openBlockers([author.id])).filter(
    (each) => manages(person, author) || each.checkinId === checkin.id,
  );
  const manager = await context.managerOf(author);
  return show(
    checkinCard(
      {
        checkin,
        name: author.name,
        blockers,
        today: context.today,
        zone: person.zone,
        sees: t.seenBy(author.name, checkin.visible, manager?.name ?? null),
      },
      t,
    ),
  );
}

/** With words behind it they are written, without they are read. */
export async function prioritiesSaid(
  { line: { who, words } }: { line: Typed },
  context: CheckinContext,
): Promise<Answer> {
  if (who !== null && who.id !== context.person.id) return readCheckinOf(who, context);
  return words === "" ? show(await myPriorities(context)) : askForCheckin(context, words);
}

async function myPriorities(context: CheckinContext): Promise<Card> {
  const { week, rhythm } = await nowFor(context.person, context);
  const [latest] = await context.stores.checkins.of(context.person.id, 1);
  const manager = await context.managerOf(context.person);
  return prioritiesCard(
    latest ?? null,
    { week, planned: plannedWeek(week, latest?.week === week ? latest.ahead : looksAhead(rhythm)) },
    context.t.sees(latest?.visible ?? rhythm.visible, manager?.name ?? null),
    context.t,
  );
}

/** On the home page of whoever checks in. */
export async function homePriorities(context: CheckinContext): Promise<readonly Card[]> {
  const { rhythm } = await nowFor(context.person, context);
  return isExpected(context.person, rhythm) ? [await myPriorities(context)] : [];
}

/** For whoever writes one. */
export async function checkinAtHand(context: CheckinContext): Promise<readonly Tool[]> {
  const { rhythm } = await nowFor(context.person, context);
  return isExpected(context.person, rhythm)
    ? [{ rank: 3, button: button(context.t.write(), askCheckin({})) }]
    : [];
}

export async function tickPriority(
  { checkin: id, index }: { checkin: CheckinId; index: number },
  context: CheckinContext,
): Promise<Answer> {
  const checkin = (await context.stores.checkins.of(context.person.id, 2)).find(
    (each) => each.id === id,
  );
  const priority = checkin?.priorities[index];
  if (!checkin || !priority) throw new Refusal(context.house.oldCard());
  if (priority.state !== "open") return toast(context.t.ticked(priority.text));
  await context.stores.checkins.save({
    ...checkin,
    priorities: checkin.priorities.map((each, i) =>
      i === index ? { ...each, state: "done" } : each,
    ),
  });
  return committed(replace(await myPriorities(context)));
}

export const showTeam = async (_input: unknown, context: CheckinContext): Promise<Answer> =>
  show(await teamPage(context));

export async function teamPage(context: CheckinContext): Promise<Card> {
  const week = await latestWeek(context);
  const data = week && (await digestOf(week, await reportsOf(context), context));
  if (!data) return card({ title: context.t.nobodyReports() });
  const shown = digestCard(data, "team", context.t);
  return data.owing.length === 0
    ? shown
    : { ...shown, buttons: [...shown.buttons, button(context.t.chase(), askChase({}))] };
}
