// What stands beside a field that was filled in wrongly.
import { line, type Line } from "#src/view/line";

export const fields = () => ({
  fieldNeeded: (): Line => line`Please fill this in.`,
  fieldNotAmount: (): Line =>
    line`I cannot read this as an exact amount. Write e.g. 120000, 120k or 12万.`,
  fieldNotDate: (): Line => line`I cannot read this as a date. Write e.g. 2026-12-31.`,
  fieldTooLong: (most: number): Line => line`Please keep this under ${String(most)} characters.`,
  fieldNotOffered: (): Line => line`Please choose one of the offered values.`,
});

export type FieldMessages = ReturnType<typeof fields>;
