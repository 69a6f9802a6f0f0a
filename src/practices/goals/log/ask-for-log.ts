// The form that takes a first or next amount, whichever goal it is for.
import { onlyOne } from "#src/language/lists";
import { ask, correct, type Answer } from "#src/bot/declare/answer";
import { readFields } from "#src/bot/declare/fields";
import { inPeriod } from "#src/calendar/periods";
import type { Tool } from "#src/practices/help/api";
import { button } from "#src/view/card";
import {
  choiceField,
  form,
  dateField,
  option,
  textField,
  type Form,
  type FormValues,
} from "#src/view/form";
import { askGoal, askLog, saveLog } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import { askForProgress, saveProgressForm } from "../history/history.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";
import { myGoals } from "../status/show-goals.ts";

async function loggable({ stores, person, today }: GoalContext): Promise<readonly GoalProgress[]> {
  return (await stores.goals.openOf(person.id)).filter(
    (goal) =>
      goal.state === "active" && goal.direction !== "milestones" && inPeriod(goal.period, today),
  );
}

/** Of several it asks which; without any the goals, and how to set one. */
export async function askForLog(_input: unknown, context: GoalContext): Promise<Answer> {
  const goals = await loggable(context);
  const only = onlyOne(goals);
  if (only) return askForProgress({ goal: only.id }, context);
  return goals.length === 0 ? myGoals(context) : ask(logForm(goals, context));
}

export const logForm = (
  goals: readonly GoalProgress[],
  { today, t }: Pick<GoalContext, "today"> & { readonly t: GoalMessages },
): Form =>
  form({
    title: t.log(),
    fields: [
      choiceField(
        "choice",
        "goal",
        t.fieldGoal(),
        goals.map((goal) => option(goal.id, t.titled(goal.number, goal))),
        { required: true },
      ),
      textField("amount", t.fieldAmount(), { required: true, hint: t.amountHint(), max: 40 }),
      dateField("on", t.fieldDate(), { required: true, initial: today }),
      textField("note", t.fieldNote(), { max: 500 }),
    ],
    submit: t.log(),
    act: saveLog({}),
    sees: t.seenByManager(goals[0]?.managerName ?? null),
  });

/** As if the chosen goal's own form had been sent. */
export async function saveLogForm(
  { values }: { values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const goals = await loggable(context);
  const fields = readFields(values, context);
  const chosen = fields.chosen(
    "goal",
    goals.map(({ id }) => id),
  );
  return chosen === null
    ? correct(fields.errors)
    : saveProgressForm({ payload: { goal: chosen }, values }, context);
}

/** On everybody's home: to log where there is something to log to, and a goal more. */
export async function goalsAtHand(context: GoalContext): Promise<readonly Tool[]> {
  const { t } = context;
  const goals = await loggable(context);
  return [
    ...(goals.length > 0 ? [{ rank: 1, button: button(t.log(), askLog({})) }] : []),
    {
      rank: 2,
      button: button(t.newGoal(), askGoal({ goal: null, title: "", waiting: null })),
    },
  ];
}
