// Two people who begin to talk, change when, or stop: either of them says so, the other is told.
import {
  ask,
  committed,
  correct,
  replace,
  replan,
  show,
  type Answer,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { addDays, startOfWeek, type LocalDate, type Weekday } from "#src/calendar/local-date";
import { instantAt, localDateAt, timeOf, type LocalTime } from "#src/calendar/zones";
import type { Person, PersonId } from "#src/people/person";
import { button, card, type Card } from "#src/view/card";
import { choiceField, form, dateField, option, type Form, type FormValues } from "#src/view/form";
import { joinLines, type Line } from "#src/view/line";
import {
  askTopic,
  endPair as endAction,
  openTalk,
  savePair as saveAction,
  takeCalendar,
} from "../actions.ts";
import {
  mayTalk,
  otherOf,
  pairOf,
  personOf,
  seesOf,
  slotsOf,
  type OneOnOneContext,
} from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import {
  cadences,
  type Cadence,
  type EveryWeeks,
  type Pair,
  type PairId,
  type TopicId,
} from "../model.ts";
import { freeHour } from "../rules/free-slot.ts";
import { nextTalk } from "../rules/cadence.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usualTime = "14:00";
const farthestDays = 92;
/** From six in the morning until ten at night. */
export const talkTimes: readonly LocalTime[] = Array.from({ length: 33 }, (_, i) =>
  timeOf(6 * 60 + i * 30),
);

interface Asked {
  readonly with: PersonId;
  readonly topic: string;
}

export interface PairFormParts {
  readonly other: Pick<Person, "id" | "name">;
  readonly leader: Pick<Person, "name">;
  readonly initial: Cadence;
  readonly intro: Line;
  readonly topic: string;
  readonly sees: Line;
}

export const cadenceForm = (
  { other, leader, initial, intro, topic, sees }: PairFormParts,
  t: OneOnOneMessages,
): Form =>
  form({
    title: t.pairTitle(other.name),
    intro,
    fields: [
      choiceField(
        "choice",
        "every",
        t.everyField(),
        cadences.map((each) => option(String(each), t.every(each))),
        { required: true, initial: String(initial.everyWeeks) },
      ),
      choiceField(
        "choice",
        "weekday",
        t.weekdayField(),
        weekdays.map((each) => option(String(each), t.weekday(each))),
        { required: true, initial: String(initial.weekday) },
      ),
      choiceField(
        "choice",
        "time",
        t.timeField(leader.name),
        talkTimes.map((each) => option(each, t.hour(each))),
        { required: true, initial: initial.time },
      ),
      dateField("since", t.fromField(), { required: true, initial: initial.since }),
    ],
    submit: t.save(),
    act: saveAction({ with: other.id, topic }),
    sees,
  });

/** With an hour at which both work, or as it is now. */
export async function pairForm(
  other: Person,
  topic: string,
  context: OneOnOneContext,
): Promise<Form> {
  const { person, stores, t, now } = context;
  const leader = await mayTalk(other, context);
  const led = leader.id === person.id ? other : person;
  const pairs = await stores.talks.pairsOf(leader.id);
  const known = pairs.find((each) => each.leader === leader.id && each.person === led.id);
  const atWork = async (each: Person) => ({
    zone: each.zone,
    hours: each.hours,
    present: await context.workCalendar(each),
  });
  const tomorrow = addDays(localDateAt(now, leader.zone), 1);
  const free = freeHour(
    await atWork(leader),
    await atWork(led),
    tomorrow,
    pairs.filter((each) => each !== known && each.leader === leader.id),
  );
  const initial: Cadence = known ?? {
    everyWeeks: 2,
    weekday: free?.weekday ?? 2,
    time: free?.time ?? usualTime,
    since: free?.day ?? tomorrow,
  };
  return cadenceForm(
    {
      other,
      leader,
      initial: { ...initial, since: known ? context.today : initial.since },
      intro: free
        ? t.pairFree(free.weekday, instantAt(free.day, free.time, leader.zone))
        : t.pairNoFree(other.name),
      topic,
      sees: t.pairSees(leader.name, led.name),
    },
    t,
  );
}

export async function askForPair(
  { with: id, topic }: Asked,
  context: OneOnOneContext,
): Promise<Answer> {
  return ask(await pairForm(await here(id, context), topic, context));
}

async function here(id: PersonId, context: OneOnOneContext): Promise<Person> {
  const other = await personOf(id, context);
  if (other.leftOn !== null) throw new Refusal(context.house.oldCard());
  return other;
}

export async function submitPair(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const other = await here(payload.with, context);
  const leader = await mayTalk(other, context);
  const led = leader.id === person.id ? other : person;
  await stores.people.lock([leader.id, led.id]);
  const cadence = readCadence(values, context);
  if ("errors" in cadence) return correct(cadence.errors);
  const known = (await stores.talks.pairsOf(led.id)).find(
    (each) => each.leader === leader.id && each.person === led.id,
  );
  const saved = {
    id: known?.id ?? (context.newId() as PairId),
    leader: leader.id,
    person: led.id,
    ...cadence,
  };
  await stores.talks.savePair(saved);
  if (payload.topic !== "")
    await stores.talks.addTopic({
      id: context.newId() as TopicId,
      pair: saved.id,
      by: person.id,
      said: payload.topic,
      source: "self",
      at: context.now,
    });
  const pair: Pair = { ...saved, leaderName: leader.name, personName: led.name };
  const first = nextTalk((await slotsOf(pair, context)).slots, context.now)?.at ?? null;
  return replan(
    committed(
      show(pairCard({ pair, title: t.pairSaved(other.name), other: other.name, first }, t)),
      context.notify(other, `talk-pair-${saved.id}`, (theirs) =>
        pairCard({ pair, title: theirs.pairSetBy(person.name), other: person.name, first }, theirs),
      ),
    ),
    leader.id,
    led.id,
  );
}

function readCadence(values: FormValues, context: OneOnOneContext) {
  const fields = readFields(values, context);
  const every = fields.chosen(
    "every",
    cadences.map((each) => String(each)),
  );
  const day = fields.chosen(
    "weekday",
    weekdays.map((each) => String(each)),
  );
  const time = fields.chosen("time", talkTimes);
  const since = fields.date("since", "future");
  if (since) refuseDay(fields, "since", since, context);
  if (fields.wrong || !since || time === null) return { errors: fields.errors };
  return {
    everyWeeks: Number(every) as EveryWeeks,
    weekday: Number(day) as Weekday,
    time,
    since: startOfWeek(since),
  };
}

/** Neither over nor out of sight. */
export function refuseDay(
  fields: Fields,
  name: string,
  day: LocalDate,
  { today, t }: Pick<OneOnOneContext, "today" | "t">,
): void {
  if (day < today) fields.refuse(name, t.inPast());
  if (day > addDays(today, farthestDays)) fields.refuse(name, t.tooFarAhead());
}

export interface PairCardParts {
  readonly pair: Pair;
  readonly title: Line;
  /** Whose name the reader is asked about before it ends. */
  readonly other: string;
  readonly first: Date | null;
}

export const pairCard = ({ pair, title, other, first }: PairCardParts, t: OneOnOneMessages): Card =>
  card({
    title,
    tone: "good",
    context: joinLines(
      [t.rhythmIs(pair.everyWeeks, pair.weekday), first ? t.nextAt(first) : t.noDayAhead()],
      " · ",
    ),
    buttons: [
      button(t.addTopic(), askTopic({ pair: pair.id }), "primary"),
      button(t.open(), openTalk({ pair: pair.id })),
      button(t.calendarButton(), takeCalendar({ pair: pair.id })),
      button(t.pairEnd(), endAction({ pair: pair.id }), "quiet", t.pairEndSure(other)),
    ],
    sees: seesOf(pair, t),
  });

export async function endIt(
  { pair: id }: { readonly pair: PairId },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const pair = await pairOf(id, context);
  const other = otherOf(pair, person.id);
  await stores.talks.endPair(pair.id, context.now);
  return replan(
    committed(
      replace(card({ title: t.pairEnded(other.name) })),
      context.notify(await personOf(other.id, context), `talk-end-${pair.id}`, (theirs) =>
        card({ title: theirs.pairEnded(person.name) }),
      ),
    ),
    person.id,
    other.id,
  );
}
