// An imported figure is not right: whose it is, or whoever leads them, says so, and whoever decides is asked. The figure stays meanwhile.
import { ask, committed, correct, show, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { say } from "#src/bot/declare/actions";
import { isLonger } from "#src/language/text";
import type { Person } from "#src/people/person";
import { button, card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { ownerOfFact, type NumberContext } from "../context.ts";
import type { DisputeId, Fact, FactDispute, FactId } from "../model.ts";
import { disputeCard, wrongForm } from "./dispute-card.ts";
import { bothNumbers } from "./both-numbers.ts";

export const longestWords = 500;

/** The name of the message that asks. */
export const factDisputeName = (id: DisputeId): string => `numbers.dispute:${id}`;

/** `wrong F9 it was 30k`; without a number, where the numbers stand. */
export async function wrongSaid(
  { number, said }: { readonly number: number | null; readonly said: string },
  context: NumberContext,
): Promise<Answer> {
  const { t } = context;
  if (number === null)
    return show(
      card({
        title: t.whichFact(),
        tone: "info",
        buttons: [button(t.seeNumbers(), say({ text: t.numbersTyped() }))],
      }),
    );
  const found = await askable(await context.stores.numbers.factNumbered(number), number, context);
  if (said === "") return ask(wrongForm(found.fact, await unitOf(found.fact, context), t));
  if (isLonger(said, longestWords)) throw new Refusal(context.house.fieldTooLong(longestWords));
  return open(found, said, context);
}

export async function askWhatIsWrong(
  { fact: id }: { readonly fact: FactId },
  context: NumberContext,
): Promise<Answer> {
  const known = await context.stores.numbers.fact(id);
  const { fact } = await askable(known, known?.number ?? 0, context);
  return ask(wrongForm(fact, await unitOf(fact, context), context.t));
}

export async function sendWrong(
  { payload, values }: { readonly payload: { readonly fact: FactId }; readonly values: FormValues },
  context: NumberContext,
): Promise<Answer> {
  const known = await context.stores.numbers.fact(payload.fact);
  const found = await askable(known, known?.number ?? 0, context);
  const fields = readFields(values, context);
  const said = fields.neededText("said", longestWords);
  if (fields.wrong) return correct(fields.errors);
  return open(found, said, context);
}

interface Askable {
  readonly fact: Fact;
  readonly owner: Person;
}

async function askable(
  known: Fact | null,
  number: number,
  context: NumberContext,
): Promise<Askable> {
  const found = await ownerOfFact(known, number, context);
  if (found.fact.isOut) throw new Refusal(context.t.factIsOut(found.fact.number));
  if (found.fact.isDisputed) throw new Refusal(context.t.factAsked(found.fact.number));
  return found;
}

async function open({ fact, owner }: Askable, said: string, context: NumberContext) {
  const { numbers } = context.stores;
  const isOwn = owner.id === context.person.id;
  // Whoever leads the owner decides about it themselves; so does whoever has nobody above them.
  const decider = (isOwn ? await context.deciderFor(owner) : null) ?? context.person;
  const dispute: FactDispute = {
    id: context.newId() as DisputeId,
    fact,
    by: context.person.id,
    byName: context.person.name,
    at: context.now,
    said,
    asked: decider.id,
    state: "open",
    reason: null,
  };
  if (!(await numbers.openDispute({ ...dispute, fact: fact.id })))
    throw new Refusal(context.t.factAsked(fact.number));
  const says = await bothNumbers(dispute, owner, context);
  return decider.id === context.person.id
    ? committed(show(disputeCard(says, context.t)))
    : committed(
        toast(context.t.wrongSent(decider.name)),
        await askToDecide(dispute, owner, decider, context),
      );
}

export async function askToDecide(
  dispute: FactDispute,
  owner: Person,
  decider: Person,
  context: NumberContext,
) {
  const says = await bothNumbers(dispute, owner, context);
  return {
    ...context.notify(
      decider,
      `fact-disputed-${dispute.id}`,
      (t) => disputeCard(says, t),
      factDisputeName(dispute.id),
    ),
    asks: true as const,
  };
}

async function unitOf(fact: Fact, context: NumberContext) {
  const metric = (await context.stores.setup.metrics()).find((each) => each.id === fact.metric);
  return fact.currency === null
    ? (metric?.unit ?? { kind: "count" as const })
    : { kind: "money" as const, currency: fact.currency };
}
