// The weights of a split in a form, a field a person: what comes of them is shown before anybody is asked.
import type { z } from "zod";
import { ask, correct, replace, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { readAmount } from "#src/language/amount/amount";
import { decimal, sum, toText, zero, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Person, PersonId } from "#src/people/person";
import { form, textField, type Form, type FormValues } from "#src/view/form";
import { joinLines, said } from "#src/view/line";
import { saveWeights } from "../actions.ts";
import { decidableGoal, type GoalContext } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalId, GoalProgress } from "../model.ts";
import { mostInForm } from "./split-card.ts";
import { alike, previewOf, refuseUnlessSplittable, reportsIn, type Weights } from "./split-goal.ts";
import { beyondWhole, mayGiveOut } from "./split-rules.ts";

/** What people write: weights have no more digits in a line either. */
const heaviest = decimal("999999999");

type ShareHolder = Pick<Person, "id" | "name" | "assistant">;

interface Page {
  readonly over: Decimal;
  /** What stands in the fields at first. */
  readonly weights: Weights;
  readonly from: number;
  /** What the pages before gave. */
  readonly given: readonly (Weight & { readonly id: PersonId })[];
}

const firstPage = { from: 0, given: [] };

/** One page of them: more fields are no form any more. What is on top is asked on the last. */
export function weightsForm(
  goal: GoalProgress,
  everybody: readonly ShareHolder[],
  { over, weights, from, given: before }: Page,
  t: GoalMessages,
): Form {
  const people = everybody.slice(from, from + mostInForm);
  const isLast = from + mostInForm >= everybody.length;
  const given = new Map(weights);
  const initial = (person: ShareHolder): string =>
    (weights.length === 0 ? alike(person) : toText(given.get(person.id) ?? zero)).replace(
      /^0$/,
      "",
    );
  return form({
    title: t.splitTitle(goal.number),
    intro:
      everybody.length > mostInForm
        ? joinLines(
            [t.splitWeighIntro(), t.splitPage(from + 1, from + people.length, everybody.length)],
            "",
          )
        : t.splitWeighIntro(),
    fields: [
      ...people.map((each) =>
        textField(each.id, [said(each.name)], { initial: initial(each), max: 20 }),
      ),
      isLast
        ? textField("over", t.splitOnTop(), {
            initial: over.eq(zero) ? "" : toText(over.times("100")),
            hint: t.splitOnTopHint(),
            max: 20,
          })
        : undefined,
    ],
    submit: isLast ? t.splitShow() : t.splitNext(),
    act: saveWeights({
      goal: goal.id,
      from,
      over: over.toFixed(),
      weights: weights.map(([id, weight]) => [id, weight.toFixed()]),
      given: before.map(({ id, value, share }) => [id, value.toFixed(), share]),
    }),
    sees: t.seenByYou(),
  });
}

export async function askForWeights(
  { goal: id, over, weights }: { goal: GoalId; over: Decimal; weights: Weights },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await decidableGoal(id, context);
  refuseUnlessSplittable(goal, context);
  const people = reportsIn(await context.stores.people.directory(), context);
  return ask(weightsForm(goal, people, { over, weights, ...firstPage }, context.t));
}

export async function weightsGiven(
  { payload, values }: { payload: z.output<typeof saveWeights.schema>; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { t } = context;
  const { goal } = await decidableGoal(payload.goal, context);
  refuseUnlessSplittable(goal, context);
  const directory = await context.stores.people.directory();
  const everybody = reportsIn(directory, context);
  const people = everybody.slice(payload.from, payload.from + mostInForm);
  const [first] = people;
  if (first === undefined) throw new Refusal(t.splitNobody());
  const fields = readFields(values, context);
  const here = people.flatMap(({ id }) => {
    const weight = weightIn(id, goal.unit, fields, context);
    return weight === null || weight.value.eq(zero) ? [] : [{ id, ...weight }];
  });
  const given = [...payload.given.map(([id, value, share]) => ({ id, value, share })), ...here];
  const from = payload.from + mostInForm;
  if (from < everybody.length) {
    if (fields.wrong) return correct(fields.errors);
    const { over, weights } = payload;
    return ask(weightsForm(goal, everybody, { over, weights, from, given }, t));
  }
  const shares = given.filter((each) => each.share).length;
  const typed = onTop(fields, context);
  if (!fields.wrong && given.length === 0) fields.refuse(first.id, t.splitNoWeights());
  const odd = shares < given.length ? given.find((each) => each.share !== given[0]?.share) : null;
  if (odd && shares > 0)
    fields.refuse(here.some(({ id }) => id === odd.id) ? odd.id : first.id, t.splitMixed());
  const over = typed ?? (shares > 0 ? beyondWhole(sum(given.map((each) => each.value))) : zero);
  if (!fields.wrong && !mayGiveOut(over)) fields.refuse("over", t.splitTooMuch());
  if (fields.wrong) return correct(fields.errors);
  const weights: Weights = given.map(({ id, value }) => [id, value]);
  return replace(await previewOf(goal, over, weights, directory, context));
}

interface Weight {
  readonly value: Decimal;
  readonly share: boolean;
}

/** Null where the field was left empty, or holds what is no weight: then that is said beside it. */
function weightIn(id: PersonId, unit: Unit, fields: Fields, { t }: GoalContext): Weight | null {
  const text = fields.text(id, 20);
  if (text === "") return null;
  const amount = readAmount(text);
  if (amount?.currency && !(unit.kind === "money" && unit.currency === amount.currency))
    fields.refuse(
      id,
      unit.kind === "money" ? t.splitOtherCurrency(unit.currency) : t.splitWeightUnreadable(),
    );
  if (amount === null || amount.value.lt(zero) || amount.value.gt(heaviest)) {
    fields.refuse(id, t.splitWeightUnreadable());
    return null;
  }
  return { value: amount.value, share: amount.percent === true };
}

/** 10 and 10% alike; null where nothing stands there. */
function onTop(fields: Fields, { t }: GoalContext): Decimal | null {
  const text = fields.text("over", 20);
  if (text === "") return null;
  const amount = readAmount(text);
  if (amount && amount.currency === undefined) return amount.value.div("100");
  fields.refuse("over", t.splitPercentOnly());
  return null;
}
