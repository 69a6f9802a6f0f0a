// The door: what a CRM answers becomes what the adapter expects, or a trouble that says where it does not fit and none of what it held.
import type { z } from "zod";
import { CrmTrouble } from "#src/ports/crm";

export function shaped<T extends z.ZodType>(shape: T, value: unknown, asked: string): z.output<T> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.map(String).join(".") ?? "";
  throw new CrmTrouble({
    kind: "not-understood",
    which: `${asked}: not the expected shape${where === "" ? "" : ` at ${where}`}`,
  });
}

/** At most so many characters, none cut in half. */
export const shortened = (text: string, most = 300): string =>
  text.length <= most ? text : Array.from(text).slice(0, most).join("");
