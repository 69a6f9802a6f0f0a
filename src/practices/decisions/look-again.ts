// The day to look again: where the number stood then and stands now, and what whoever decided makes of it. No cause is claimed.
import { ask, committed, correct, replace, replan, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Nudge } from "#src/bot/declare/practice";
import { addDays } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt } from "#src/calendar/zones";
import type { FormValues } from "#src/view/form";
import {
  withGoal,
  type DecisionContext,
  type DecisionNow,
  type DecisionStores,
} from "./context.ts";
import { decisionCard, movedCard, seenForm } from "./decision-card.ts";
import type { DecisionMessages } from "./messages/en.ts";
import type { DecisionId } from "./model.ts";

const morning = "09:00";
const longest = 500;
const laterDays = 14;

/** On the first workday from that day on, and until the end of the next. */
export const lookAgain: Nudge<DecisionMessages, DecisionStores> = {
  name: "decisions.look-again",
  priority: "asked",
  chosen: true,
  label: (t) => t.nudgeLook(),
  why: (t) => t.whyLook(),
  async plan(context) {
    const { stores, person, now } = context;
    const open = await stores.decisions.openBy(person.id);
    const calendar = await context.workCalendar(person);
    return open
      .map(({ id, lookOn }) => {
        const day = addWorkdays(calendar, addDays(lookOn, -1), 1);
        const last = addWorkdays(calendar, day, 1);
        return {
          subject: id,
          at: instantAt(day, morning, person.zone),
          until: instantAt(addDays(last, 1), "00:00", person.zone),
        };
      })
      .filter(({ until }) => until > now);
  },
  async say(subject, context) {
    const decision = await context.stores.decisions.byId(subject as DecisionId);
    if (decision?.by !== context.person.id || decision.seen !== null) return null;
    return decisionCard(
      await withGoal(decision, context),
      { mayLook: true, title: context.t.lookTitle(decision.number) },
      context.t,
    );
  },
};

type Asked = { readonly decision: DecisionId };

export async function askWhatWasSeen({ decision: id }: Asked, context: DecisionContext) {
  return ask(seenForm(await ownOpen(id, context), context.t));
}

export async function saveWhatWasSeen(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: DecisionContext,
): Promise<Answer> {
  const now = await ownOpen(payload.decision, context);
  const fields = readFields(values, context);
  const seen = fields.neededText("seen", longest);
  if (fields.wrong) return correct(fields.errors);
  const value = now.goal?.actual ?? null;
  if (!(await context.stores.decisions.look(now.decision.id, { seen, value, at: context.now })))
    throw new Refusal(context.t.lookedAlready());
  const after = { ...now, decision: { ...now.decision, seen, valueSeen: value } };
  return replan(
    committed(
      replace(decisionCard(after, { mayLook: false }, context.t)),
      now.owner && now.owner.id !== context.person.id
        ? context.notify(now.owner, `looked-${now.decision.id}`, (t) =>
            decisionCard(after, { mayLook: false, title: t.lookedAt(context.person.name) }, t),
          )
        : null,
    ),
    context.person.id,
  );
}

export async function lookTwoWeeksLater(
  { decision: id }: Asked,
  context: DecisionContext,
): Promise<Answer> {
  const { decision } = await ownOpen(id, context);
  const day = addDays(context.today, laterDays);
  await context.stores.decisions.putOff(decision.id, day);
  return replan(committed(replace(movedCard(decision.number, day, context.t))), context.person.id);
}

async function ownOpen(id: DecisionId, context: DecisionContext): Promise<DecisionNow> {
  const decision = await context.stores.decisions.byId(id);
  if (decision?.by !== context.person.id) throw new Refusal(context.house.oldCard());
  if (decision.seen !== null) throw new Refusal(context.t.lookedAlready());
  return withGoal(decision, context);
}
