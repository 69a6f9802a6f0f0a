// What the handlers of one-on-ones are given, and the questions they share: which pair, whose calendars, which talk.
import type { Context } from "#src/bot/declare/practice";
import { Refusal } from "#src/bot/declare/errors";
import { addDays, startOfWeek, type LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { manages, type Person, type PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { BlockerReader } from "#src/practices/checkins/api";
import type { GoalReader } from "#src/practices/goals/api";
import type { PraiseReader } from "#src/practices/recognition/api";
import type { Line } from "#src/view/line";
import type { OneOnOneMessages } from "./messages/en/index.ts";
import type { Pair, PairId, Session } from "./model.ts";
import { slotsBetween, type Rhythm, type Slot } from "./rules/cadence.ts";
import type { TalkNoteStore, TalkStore } from "./store.ts";

export interface OneOnOneStores {
  readonly talks: TalkStore;
  readonly talkNotes: TalkNoteStore;
  readonly checkins: BlockerReader;
  readonly goals: GoalReader;
  readonly people: PeopleStore;
  readonly recognition: PraiseReader;
}
export type OneOnOneContext = Context<OneOnOneMessages, OneOnOneStores>;

const weeksBack = 26;
const weeksAhead = 9;

/** For the two of it; for everybody else it does not exist. */
export async function pairOf(id: PairId, context: OneOnOneContext): Promise<Pair> {
  const pair = await context.stores.talks.pair(id);
  if (!pair || !isIn(pair, context.person.id)) throw new Refusal(context.house.oldCard());
  return pair;
}

export const isIn = (pair: Pick<Pair, "leader" | "person">, person: PersonId): boolean =>
  pair.leader === person || pair.person === person;

/** The other of the two. */
export const otherOf = (
  pair: Pair,
  me: PersonId,
): { readonly id: PersonId; readonly name: string } =>
  pair.leader === me
    ? { id: pair.person, name: pair.personName }
    : { id: pair.leader, name: pair.leaderName };

export async function personOf(id: PersonId, context: OneOnOneContext): Promise<Person> {
  const found = id === context.person.id ? context.person : await context.stores.people.person(id);
  if (!found) throw new Refusal(context.house.oldCard());
  return found;
}

async function rhythmOf(pair: Pair, context: OneOnOneContext): Promise<Rhythm> {
  const side = async (id: PersonId) => {
    const person = await personOf(id, context);
    return { zone: person.zone, present: await context.workCalendar(person) };
  };
  return { ...pair, leader: await side(pair.leader), other: await side(pair.person) };
}

/** What lay up to half a year back and lies two months ahead, with what was said of it. */
export async function slotsOf(
  pair: Pair,
  context: OneOnOneContext,
): Promise<{ readonly slots: readonly Slot[]; readonly said: readonly Session[] }> {
  const rhythm = await rhythmOf(pair, context);
  const today = localDateAt(context.now, rhythm.leader.zone);
  const from = startOfWeek(addDays(today, -7 * weeksBack));
  const said = await context.stores.talks.sessions([pair.id], from);
  return { slots: slotsBetween(from, addDays(today, 7 * weeksAhead), rhythm, said), said };
}

/** Who of two leads their talks: the direct manager. Null where neither leads the other. */
export function leaderOf(one: Person, other: Person): Person | null {
  if (manages(one, other)) return one;
  return manages(other, one) ? other : null;
}

/** Refuses whoever a one-on-one is not with: oneself, somebody else's report, a colleague beside. */
export async function mayTalk(who: Person, context: OneOnOneContext): Promise<Person> {
  const { person, t, stores } = context;
  if (who.id === person.id) throw new Refusal(t.withYourself());
  const leader = leaderOf(person, who);
  if (leader) return leader;
  const leads = who.managerId === null ? null : await stores.people.person(who.managerId);
  throw new Refusal(t.notYours(who.name, leads?.leftOn === null ? leads.name : null));
}

/** Who looks, and which day it is for them. */
export interface Looks {
  readonly me: PersonId;
  readonly today: LocalDate;
}

export const looksOf = ({ person, today }: OneOnOneContext): Looks => ({ me: person.id, today });

export const seesOf = (pair: Pair, t: OneOnOneMessages): Line =>
  t.pairSees(pair.leaderName, pair.personName);
