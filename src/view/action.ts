// What a button or a form will do when used: a name, a version and a payload that is checked again when it comes
// back, since cards live for months and anybody may alter what they send.
import { wellFormed } from "#src/language/text";
import { z } from "zod";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** An action bound to its payload, as it travels on a button or a form. */
export interface BoundAction {
  readonly name: string;
  readonly version: number;
  readonly payload: Json;
}

/** A named action. Calling it binds a payload: `button(t.undo(), undo({ entry }))`. */
export interface Action<Schema extends z.ZodType = z.ZodType> {
  (payload: z.input<Schema>): BoundAction;
  readonly action: string;
  readonly version: number;
  readonly schema: Schema;
  /** It goes on with what somebody said: what it stores belongs to their message, as what that wrote itself. */
  readonly goesOn: boolean;
}

/** Raise `version` whenever the payload's shape changes: older cards are then answered with a new card's offer. */
export function defineAction<Schema extends z.ZodType>(
  name: string,
  version: number,
  schema: Schema,
  goesOn = false,
): Action<Schema> {
  const bind = (payload: z.input<Schema>): BoundAction => ({
    name,
    version,
    payload: payload as Json,
  });
  return Object.assign(bind, { action: name, version, schema, goesOn });
}

/** Whether two payloads say the same; in which order their fields stand says nothing, and a database changes it. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  const [ours, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    ours.length === theirs.size &&
    ours.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
  );
}

/** Payloads of ours have three levels. */
const deepest = 20;

/** A payload that came back, as data without half characters; null, which no action takes, where it is none, or nested as nobody's card is. */
export const readPayload = (value: unknown): Json => copied(value, deepest) ?? null;

/** The same within what a platform sends. Not `z.json()`: that goes as deep as it is asked to, until the stack ends. */
export const anyPayload = z.unknown().transform(readPayload);

function copied(value: unknown, levels: number): Json | undefined {
  if (typeof value === "string") return wellFormed(value);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || levels === 0) return undefined;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const copies = entries.map(
    ([name, each]) => [wellFormed(name), copied(each, levels - 1)] as const,
  );
  if (copies.some(([, each]) => each === undefined)) return undefined;
  return (
    Array.isArray(value) ? copies.map(([, each]) => each) : Object.fromEntries(copies)
  ) as Json;
}
