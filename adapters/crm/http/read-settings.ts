// What an operator or an admin entered, read: settings, or what of them is missing and what cannot be right.
import { z } from "zod";

export type SettingsRead<T> =
  | { readonly settings: T }
  | {
      /** Names; where one of several would do, the one that is proposed. */
      readonly missing: readonly string[];
      /** What cannot be right, in a few words that follow its name. */
      readonly wrong: readonly { readonly name: string; readonly why: string }[];
    };

export type Variables = Readonly<Record<string, string | undefined>>;

const blank = (value: unknown): unknown =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const absent = "is missing";

export const given = z.preprocess(blank, z.string(absent).trim());
export const perhaps = z
  .preprocess(blank, z.string().trim().nullish())
  .transform((text) => text ?? null);
export const filled = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema);

/** `oneOf`: names of which one at least is needed. */
export function readSettings<T extends z.ZodType>(
  schema: T,
  variables: Variables,
  oneOf: readonly [string, ...string[]],
): SettingsRead<z.output<T>> {
  const read = schema.safeParse(variables);
  const none = oneOf.every((name) => blank(variables[name]) === undefined) ? [oneOf[0]] : [];
  if (read.success && none.length === 0) return { settings: read.data };
  const issues = (read.error?.issues ?? []).map(({ path, message }) => ({
    name: String(path[0]),
    why: message,
  }));
  return {
    missing: [...issues.filter(({ why }) => why === absent).map(({ name }) => name), ...none],
    wrong: issues.filter(({ why }) => why !== absent),
  };
}
