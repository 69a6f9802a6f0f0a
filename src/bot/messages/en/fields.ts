// What stands beside a field that was filled in wrongly.
import { line, type Line } from "#src/view/line";

export const fields = () => ({
  fieldNeeded: (): Line => line`Please fill this in.`,
  fieldNotAmount: (): Line => line`I can't read this as an amount. Try 120000, 120k or 12万.`,
  fieldNotDate: (): Line => line`I can't read this date. Try 31 Dec or 2026-12-31.`,
  fieldTooLong: (most: number): Line => line`Please keep this under ${String(most)} characters.`,
  fieldNotOffered: (): Line => line`Please choose one of the options.`,
});

export type FieldMessages = ReturnType<typeof fields>;
