// What became of a talk: it took place, it is moved, skipped, or excused. Either of the two says so, once.
import {
  ask,
  committed,
  correct,
  replace,
  replan,
  toast,
  type Answer,
} from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import type { LocalDate } from "#src/calendar/local-date";
import { instantAt, type LocalTime } from "#src/calendar/zones";
import { button, card, type Card } from "#src/view/card";
import { choiceField, form, dateField, option, type Form, type FormValues } from "#src/view/form";
import { askStep, openTalk, saveOutcome } from "../actions.ts";
import { otherOf, pairOf, personOf, seesOf, slotsOf, type OneOnOneContext } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { Pair, PairId } from "../model.ts";
import { refuseDay, talkTimes } from "../pair/set-pair.ts";
import { isOpen } from "../rules/cadence.ts";

interface Talk {
  readonly pair: PairId;
  readonly week: LocalDate;
}

const outcomes = ["moved", "skipped", "excused"] as const;

/** The talk of that week, while nobody said what became of it; null once somebody did. */
async function openTalkOf({ pair: id, week }: Talk, context: OneOnOneContext) {
  const pair = await pairOf(id, context);
  const { slots } = await slotsOf(pair, context);
  const slot = slots.find((each) => each.week === week);
  return { pair, slot: slot && isOpen(slot) ? slot : null };
}

export async function tookPlace(talk: Talk, context: OneOnOneContext): Promise<Answer> {
  const { person, t, stores } = context;
  const { pair, slot } = await openTalkOf(talk, context);
  if (!slot) return toast(t.settledAlready());
  await stores.talks.saySession(
    { pair: pair.id, week: talk.week, state: "held", movedTo: null },
    context.now,
  );
  return replan(
    committed(replace(heldCard(pair, otherOf(pair, person.id).name, t))),
    pair.leader,
    pair.person,
  );
}

export const heldCard = (pair: Pair, other: string, t: OneOnOneMessages): Card =>
  card({
    title: t.held(other),
    tone: "good",
    context: t.heldNote(),
    buttons: [
      button(t.addStep(), askStep({ pair: pair.id }), "primary"),
      button(t.open(), openTalk({ pair: pair.id }), "quiet"),
    ],
    sees: seesOf(pair, t),
  });

export interface OutcomeParts extends Talk {
  readonly other: string;
  readonly day: LocalDate;
  readonly time: LocalTime;
  readonly sees: Form["sees"];
}

export const outcomeForm = (
  { other, day, time, sees, pair, week }: OutcomeParts,
  t: OneOnOneMessages,
): Form =>
  form({
    title: t.outcomeTitle(other),
    fields: [
      choiceField(
        "choice",
        "outcome",
        t.outcomeField(),
        outcomes.map((each) => option(each, t.outcome(each))),
        { required: true, initial: "moved" },
      ),
      dateField("day", t.moveDay(), { initial: day }),
      choiceField(
        "choice",
        "time",
        t.moveTime(),
        talkTimes.map((each) => option(each, t.hour(each))),
        { initial: time },
      ),
    ],
    submit: t.save(),
    act: saveOutcome({ pair, week }),
    sees,
  });

export async function askForOutcome(talk: Talk, context: OneOnOneContext): Promise<Answer> {
  const { pair, slot } = await openTalkOf(talk, context);
  if (!slot) return toast(context.t.settledAlready());
  const other = otherOf(pair, context.person.id).name;
  return ask(
    outcomeForm(
      { ...talk, other, day: context.today, time: pair.time, sees: seesOf(pair, context.t) },
      context.t,
    ),
  );
}

export async function submitOutcome(
  { payload, values }: { readonly payload: Talk; readonly values: FormValues },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, t, stores } = context;
  const { pair, slot } = await openTalkOf(payload, context);
  if (!slot) return toast(t.settledAlready());
  const fields = readFields(values, context);
  const outcome = fields.chosen("outcome", outcomes);
  const movedTo = outcome === "moved" ? readMoved(fields, context) : null;
  if (fields.wrong || outcome === null) return correct(fields.errors);
  await stores.talks.saySession(
    { pair: pair.id, week: payload.week, state: outcome, movedTo },
    context.now,
  );
  const other = otherOf(pair, person.id);
  const about = `talk-${pair.id}-${payload.week}-${context.now.toISOString()}`;
  return replan(
    committed(
      replace(outcomeCard(pair, outcome, other.name, movedTo, t)),
      context.notify(await personOf(other.id, context), about, (theirs) =>
        card({
          title: movedTo ? theirs.movedBy(person.name, movedTo) : theirs.skippedBy(person.name),
          buttons: [button(theirs.open(), openTalk({ pair: pair.id }), "quiet")],
        }),
      ),
    ),
    pair.leader,
    pair.person,
  );
}

/** Not where it is over already, also by the hour. */
function readMoved(fields: Fields, context: OneOnOneContext): Date | null {
  const day = fields.date("day", "future");
  const time = fields.chosen("time", talkTimes);
  if (day) refuseDay(fields, "day", day, context);
  if (!day || !time) return null;
  const at = instantAt(day, time, context.person.zone);
  if (at <= context.now) fields.refuse("time", context.t.inPast());
  return at;
}

export const outcomeCard = (
  pair: Pair,
  outcome: (typeof outcomes)[number],
  other: string,
  movedTo: Date | null,
  t: OneOnOneMessages,
): Card =>
  card({
    title:
      outcome === "moved" && movedTo
        ? t.movedTo(other, movedTo)
        : t.outcomeSaved(outcome === "excused" ? "excused" : "skipped", other),
    buttons: [button(t.open(), openTalk({ pair: pair.id }), "quiet")],
  });
