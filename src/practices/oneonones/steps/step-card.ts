// Steps as rows, as a list of one's own, and each by itself.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, chip, heading, rows, softText, type Card, type Row } from "#src/view/card";
import {
  choiceField,
  form,
  dateField,
  longTextField,
  option,
  yesNoField,
  type Form,
} from "#src/view/form";
import { said } from "#src/view/line";
import { askCarry, doneStep, saveCarry, saveStep, showSteps, type StepStand } from "../actions.ts";
import { seesOf, type Looks } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import { longest, type Pair, type Step } from "../model.ts";

/** Whoever does it closes or carries it; the other side reads it. */
export const stepRows = (
  steps: readonly Step[],
  { me, today }: Looks,
  at: StepStand,
  t: OneOnOneMessages,
): Row[] =>
  steps.map((step) => ({
    line: t.stepRow(step.number, step.said),
    soft: step.person === me ? t.stepDue(step.due) : t.stepBy(step.personName, step.due),
    ...(step.due < today ? { chip: chip(t.overdue(), "warning") } : {}),
    buttons: [
      button(t.done(), doneStep({ step: step.id, at })),
      ...(step.person === me ? [button(t.carry(), askCarry({ step: step.id }), "quiet")] : []),
    ],
  }));

export interface Steps {
  readonly own: readonly Step[];
  /** What others do that they wait for. */
  readonly others: readonly Step[];
}

export const stepsCard = ({ own, others }: Steps, looks: Looks, t: OneOnOneMessages): Card =>
  card({
    title: t.actionsTitle(),
    body: [
      own.length === 0 ? softText(t.noSteps()) : rows(stepRows(own, looks, "list", t)),
      ...(others.length === 0
        ? []
        : [heading(t.othersSteps()), rows(stepRows(others, looks, "list", t))]),
    ],
  });

export interface StepFormParts {
  readonly pair: Pair;
  readonly me: { readonly id: string; readonly name: string };
  readonly other: { readonly id: string; readonly name: string };
  readonly due: LocalDate;
}

export const stepForm = ({ pair, me, other, due }: StepFormParts, t: OneOnOneMessages): Form =>
  form({
    title: t.stepForm(other.name),
    fields: [
      longTextField("what", t.stepField(), {
        required: true,
        max: longest.step,
        hint: t.stepHint(),
      }),
      choiceField(
        "choice",
        "who",
        t.whoField(),
        [me, other].map((each) => option(each.id, t.name(each.name))),
        { required: true, initial: pair.person },
      ),
      dateField("due", t.dueField(), { required: true, initial: due }),
    ],
    submit: t.save(),
    act: saveStep({ pair: pair.id }),
    sees: seesOf(pair, t),
  });

export const stepCard = (
  step: Pick<Step, "id" | "number" | "said" | "due">,
  title: Card["title"],
  t: OneOnOneMessages,
): Card =>
  card({
    title,
    tone: "info",
    context: t.stepDue(step.due),
    body: [{ element: "quote", line: [said(step.said)] }],
    buttons: [
      button(t.done(), doneStep({ step: step.id, at: "card" }), "primary"),
      button(t.carry(), askCarry({ step: step.id })),
      button(t.actionsTitle(), showSteps({}), "quiet"),
    ],
  });

/** What the other side is told. */
export const stepClosedCard = (
  step: Pick<Step, "said">,
  title: Card["title"],
  tone: "good" | "plain" = "good",
): Card => card({ title, tone, body: [{ element: "quote", line: [said(step.said)] }] });

export const carryForm = (
  step: Step,
  sees: Form["sees"],
  due: LocalDate,
  t: OneOnOneMessages,
): Form =>
  form({
    title: t.carryForm(step.number),
    intro: [said(step.said)],
    fields: [
      dateField("due", t.dueField(), { required: true, initial: due }),
      yesNoField("drop", t.carryDrop(), { initial: false }),
    ],
    submit: t.save(),
    act: saveCarry({ step: step.id }),
    sees,
  });
