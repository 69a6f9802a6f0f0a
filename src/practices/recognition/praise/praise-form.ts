// The forms of recognition.
import { nameApart, type Nameable } from "#src/people/name-apart";
import type { Unit } from "#src/language/units";
import type { PersonId } from "#src/people/person";
import {
  choiceField,
  choicesField,
  form,
  inputField,
  longTextField,
  option,
  textField,
  yesNoField,
  type Form,
} from "#src/view/form";
import { joinLines, toLine } from "#src/view/line";
import { saveRules, saveValue, sendPraise, shareWin, type WinSubject } from "../actions.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { Rules, Value, WinFacts } from "../model.ts";
import { longestReason } from "../rules.ts";

export const noValue = "none";
export const wheres = ["team", "private"] as const;

export interface PraiseAsked {
  readonly others: readonly Nameable[];
  readonly to: PersonId | null;
  readonly reason: string;
  readonly values: readonly Value[];
  /** Null where there are no points. */
  readonly left: number | null;
}

export function praiseForm(
  { others, to, reason, values, left }: PraiseAsked,
  t: RecognitionMessages,
): Form {
  return form({
    title: t.formTitle(),
    fields: [
      choicesField(
        "people",
        "who",
        t.formWho(),
        nameApart(others).map(({ person, label }) => option(person.id, toLine(t.placeIs(label)))),
        { required: true, initial: to === null ? [] : [to] },
      ),
      longTextField("what", t.formWhat(), {
        required: true,
        initial: reason,
        hint: t.formWhatHint(),
        max: longestReason,
      }),
      choiceField(
        "choice",
        "value",
        t.formValue(),
        [option(noValue, t.formNoValue()), ...values.map((each) => option(each.id, t.value(each)))],
        { required: true, initial: noValue },
      ),
      left === null
        ? undefined
        : inputField("number", "points", t.formPoints(), { hint: t.formPointsHint(left) }),
      choiceField(
        "choice",
        "where",
        t.formWhere(),
        [option("team", t.formTeamPlace()), option("private", t.privately())],
        { required: true, initial: "team" },
      ),
    ],
    submit: t.formSubmit(),
    act: sendPraise({}),
    sees: t.formSees(),
  });
}

/** What of a win its owner may show. */
export interface Shareable {
  /** As it reads with nothing ticked. */
  readonly facts: WinFacts;
  readonly amount: { readonly value: string; readonly unit: Unit } | null;
  readonly customer: string;
}

export function winForm(
  about: WinSubject,
  shareable: Shareable | null,
  t: RecognitionMessages,
): Form {
  return form({
    title: t.winForm(),
    intro:
      shareable === null
        ? undefined
        : joinLines(
            [
              t.winReached(shareable.facts.isStep),
              t.winGoal(shareable.facts),
              t.winStep(shareable.facts),
            ],
            " · ",
          ),
    fields: [
      longTextField("words", t.winWords(), {
        required: shareable === null,
        hint: t.winWordsHint(),
        max: longestReason,
      }),
      shareable?.amount
        ? yesNoField("amount", t.winShowAmount(shareable.amount), { initial: false })
        : undefined,
      shareable && shareable.customer !== ""
        ? yesNoField("customer", t.winShowCustomer(shareable.customer), { initial: false })
        : undefined,
    ],
    submit: t.winSubmit(),
    act: shareWin({ ...about }),
    sees: t.winSees(),
  });
}

export function valueForm(value: Value | null, t: RecognitionMessages): Form {
  return form({
    title: t.valueForm(),
    fields: [
      textField("nameEn", t.nameEn(), { required: true, initial: value?.nameEn, max: 40 }),
      textField("nameZh", t.nameZh(), { required: true, initial: value?.nameZh, max: 40 }),
      yesNoField("active", t.valueActive(), {
        initial: value?.active ?? true,
        hint: t.valueActiveHint(),
      }),
    ],
    submit: t.save(),
    act: saveValue({ value: value?.id ?? null }),
    sees: t.rulesSees(),
  });
}

export function rulesForm(rules: Rules, t: RecognitionMessages): Form {
  return form({
    title: t.rules(),
    fields: [
      yesNoField("points", t.rulesOn(), { initial: rules.points, hint: t.rulesOnHint() }),
      inputField("number", "base", t.rulesBase(), { required: true, initial: String(rules.base) }),
      inputField("number", "perReport", t.rulesPerReport(), {
        required: true,
        initial: String(rules.perReport),
      }),
      yesNoField("valueRequired", t.rulesRequired(), { initial: rules.valueRequired }),
    ],
    submit: t.save(),
    act: saveRules({}),
    sees: t.rulesSees(),
  });
}
