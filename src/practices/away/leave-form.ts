// Leave in a form: its first and its last day, each picked where the chat has a picker.
import type { Fields } from "#src/bot/declare/fields";
import type { LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import { dateField, form, type Form } from "#src/view/form";
import { saveAway } from "./actions.ts";
import type { AwayMessages } from "./messages/en.ts";
import { checkedLeave } from "./parse-leave.ts";

export const leaveForm = (today: LocalDate, t: AwayMessages): Form =>
  form({
    title: t.takeLeave(),
    fields: [
      dateField("from", t.fieldFrom(), { required: true, initial: today, words: t.fieldWords() }),
      dateField("to", t.fieldTo(), { hint: t.fieldToHint() }),
    ],
    submit: t.save(),
    act: saveAway({}),
    sees: t.formSees(),
  });

/** Null where a field says what is wrong with it. */
export function leaveIn(fields: Fields, today: LocalDate, t: AwayMessages): Leave | null {
  const from = fields.date("from", "future");
  const to = fields.text("to", 100) === "" ? from : fields.date("to", "future");
  if (from === null || to === null) return null;
  const read = checkedLeave({ from, to }, today);
  if ("leave" in read) return read.leave;
  fields.refuse(
    to === from ? "from" : "to",
    { past: t.dayPast, backwards: t.lastBeforeFirst, "too-long": t.tooLong }[read.problem](),
  );
  return null;
}
