// Steps: who does what by when, carried until closed. `done A3`, `actions` 待办.
import {
  ask,
  committed,
  correct,
  replace,
  replan,
  show,
  toast,
  type Answer,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { looksOf, otherOf, pairOf, personOf, type OneOnOneContext } from "../context.ts";
import { longest, type Pair, type PairId, type Step, type StepId } from "../model.ts";
import type { StepStand } from "../actions.ts";
import { refuseDay } from "../pair/set-pair.ts";
import { cardAgain } from "../talk/show-talk.ts";
import {
  carryForm,
  stepCard,
  stepClosedCard,
  stepForm,
  stepsCard,
  type Steps,
} from "./step-card.ts";

const usualDays = 7;

const weekAhead = async (context: OneOnOneContext): Promise<LocalDate> =>
  addWorkdays(await context.workCalendar(context.person), addDays(context.today, usualDays - 1), 1);

export async function askForStep(
  { pair: id }: { readonly pair: PairId },
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = await pairOf(id, context);
  const { person } = context;
  const other = otherOf(pair, person.id);
  return ask(stepForm({ pair, me: person, other, due: await weekAhead(context) }, context.t));
}

export async function submitStep(
  { payload, values }: { readonly payload: { readonly pair: PairId }; readonly values: FormValues },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const pair = await pairOf(payload.pair, context);
  const fields = readFields(values, context);
  const what = fields.neededText("what", longest.step);
  const who = fields.chosen("who", [pair.leader, pair.person]);
  const due = fields.date("due", "future");
  if (due) refuseDay(fields, "due", due, context);
  if (fields.wrong || !due || who === null) return correct(fields.errors);
  const step = {
    id: context.newId() as StepId,
    pair: pair.id,
    person: who,
    said: what,
    due,
    at: context.now,
  };
  const number = await stores.talks.addStep({ ...step, by: person.id });
  const known = { ...step, number };
  const other = otherOf(pair, person.id);
  return replan(
    committed(
      show(stepCard(known, t.stepKept(number), t)),
      who === other.id
        ? context.notify(await personOf(other.id, context), `step-${step.id}`, (theirs) =>
            stepCard(known, theirs.stepFor(person.name, number), theirs),
          )
        : null,
    ),
    who,
  );
}

export async function showMine(_input: unknown, context: OneOnOneContext): Promise<Answer> {
  return show(await listOf(context));
}

const listOf = async (context: OneOnOneContext) =>
  stepsCard(await mine(context), looksOf(context), context.t);

async function mine(context: OneOnOneContext): Promise<Steps> {
  const { person, stores } = context;
  const others: Step[] = [];
  for (const pair of await stores.talks.pairsOf(person.id))
    others.push(
      ...(await stores.talks.stepsBetween(pair.leader, pair.person)).filter(
        (each) => each.person !== person.id,
      ),
    );
  return { own: await stores.talks.stepsOf(person.id), others };
}

export async function doneSaid(
  { number }: { readonly number: number | null },
  context: OneOnOneContext,
): Promise<Answer> {
  if (number === null) return showMine({}, context);
  const step = await visible({ number }, context);
  if (step === null) throw new Refusal(context.t.noSuchStep(number));
  return close(step, false, context);
}

export async function donePressed(
  { step: id, at }: { readonly step: StepId; readonly at: StepStand },
  context: OneOnOneContext,
): Promise<Answer> {
  const step = await pressed(id, context);
  const answer = await close(step, false, context);
  if (!answer.stored) return answer;
  const pair = at === "talk" ? await pairWith(step, context) : undefined;
  if (pair) return { ...answer, reply: (await cardAgain(pair, context)).reply };
  return at === "list" ? { ...answer, reply: replace(await listOf(context)).reply } : answer;
}

type Known = NonNullable<Awaited<ReturnType<OneOnOneContext["stores"]["talks"]["step"]>>>;

/** For whoever does it, and for the two whose talk it came from while they talk, or whoever leads that person now. */
async function visible(
  by: { readonly number: number } | { readonly id: StepId },
  context: OneOnOneContext,
): Promise<Known | null> {
  const { person, stores } = context;
  const step = await stores.talks.step(by);
  if (!step) return null;
  if (step.person === person.id) return step;
  const pairs = await stores.talks.pairsOf(person.id);
  const isOneOfTwo = pairs.some(
    (each) =>
      each.id === step.pair || (each.leader === person.id && each.person === step.talkedWith),
  );
  return isOneOfTwo ? step : null;
}

async function pressed(id: StepId, context: OneOnOneContext): Promise<Known> {
  const step = await visible({ id }, context);
  if (!step) throw new Refusal(context.house.oldCard());
  return step;
}

async function close(step: Known, dropped: boolean, context: OneOnOneContext): Promise<Answer> {
  const { person, stores, t } = context;
  if (!(await stores.talks.closeStep(step.id, context.now, dropped)))
    return toast(t.stepWasDone(step.number));
  const pair = await pairWith(step, context);
  const told = pair ? await personOf(otherOf(pair, person.id).id, context) : null;
  return replan(
    committed(
      replace(
        stepClosedCard(
          step,
          dropped ? t.stepDropped(step.number) : t.stepDone(step.number),
          dropped ? "plain" : "good",
        ),
      ),
      told &&
        context.notify(told, `step-closed-${step.id}`, (theirs) =>
          stepClosedCard(
            step,
            dropped ? theirs.stepDropped(step.number) : theirs.stepDoneBy(person.name, step.number),
            dropped ? "plain" : "good",
          ),
        ),
    ),
    step.person,
  );
}

/** The talk it belongs to now; nobody's where whoever led it is gone. */
async function pairWith(step: Known, context: OneOnOneContext): Promise<Pair | undefined> {
  return (await context.stores.talks.pairsOf(context.person.id)).find(
    (each) => each.id === step.pair || each.person === step.talkedWith,
  );
}

export async function askToCarry(
  { step: id }: { readonly step: StepId },
  context: OneOnOneContext,
): Promise<Answer> {
  const step = await own(id, context);
  const talk = await context.stores.people.person(
    step.leader === context.person.id ? step.talkedWith : step.leader,
  );
  return ask(
    carryForm(
      step,
      context.t.pairSees(context.person.name, talk?.name ?? ""),
      await weekAhead(context),
      context.t,
    ),
  );
}

async function own(id: StepId, context: OneOnOneContext): Promise<Known> {
  const step = await pressed(id, context);
  if (step.person !== context.person.id) throw new Refusal(context.house.oldCard());
  if (step.closedAt !== null) throw new Refusal(context.t.stepWasDone(step.number));
  return step;
}

export async function submitCarry(
  { payload, values }: { readonly payload: { readonly step: StepId }; readonly values: FormValues },
  context: OneOnOneContext,
): Promise<Answer> {
  const step = await own(payload.step, context);
  const fields = readFields(values, context);
  if (fields.yes("drop")) return close(step, true, context);
  const due = fields.date("due", "future");
  if (due) refuseDay(fields, "due", due, context);
  if (fields.wrong || !due) return correct(fields.errors);
  await context.stores.talks.moveStep(step.id, due);
  return replan(
    committed(replace(card({ title: context.t.stepCarried(step.number, due), tone: "good" }))),
    context.person.id,
  );
}
