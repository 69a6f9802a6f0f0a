// What travels on a button and comes back when it is pressed. It is read again as data: whoever alters it gets no more than the
// bot's own checks of payload and right let through.
import { createHash } from "node:crypto";
import { z } from "zod";
import { anyPayload, type BoundAction, type Json } from "#src/view/action";
import type { Form } from "#src/view/form";

/** Which rendering of which card a button stands on, and whether others read along there. */
export interface Stamp {
  /** New for each rendering: a double click is one act, a second "refresh" is not. */
  readonly rendering: string;
  readonly group: boolean;
}

const act = { a: z.string().max(100), n: z.int(), p: anyPayload };

const press = z.object({
  v: z.literal(1),
  k: z.string().max(80),
  b: z.string().regex(/^\d{1,3}(-\d{1,3}){1,3}$/),
  g: z.literal(1).optional(),
  ...act,
});
const menu = z.object({
  v: z.literal(1),
  k: z.string().max(80),
  g: z.literal(1).optional(),
  m: z.record(z.string(), press.pick({ b: true, a: true, n: true, p: true })),
});
const submission = z.object({
  v: z.literal(1),
  k: z.string().max(80),
  f: z.unknown(),
  o: z.string().max(100).optional(),
  ...act,
});

export interface Press {
  readonly rendering: string;
  readonly path: string;
  readonly group: boolean;
  readonly act: BoundAction;
}

export interface Submission extends Opening {
  readonly act: BoundAction;
  readonly form: unknown;
}

/** One showing of a form, from its opening to its end. */
export interface Opening {
  /** Minted when the form was shown and kept through corrections: one attempt is one act. */
  readonly attempt: string;
  /** The message in the own chat whose button asked for it; null where words did, or a card that others read. */
  readonly origin: string | null;
}

export const pressValue = (
  bound: BoundAction,
  path: string,
  stamp: Stamp,
): { readonly [key: string]: Json } => ({
  v: 1,
  k: stamp.rendering,
  b: path,
  ...(stamp.group ? { g: 1 } : {}),
  a: bound.name,
  n: bound.version,
  p: bound.payload,
});

/** The same for several behind three dots: by the value of its option each. */
export const menuValue = (
  acts: readonly BoundAction[],
  path: (at: number) => string,
  { rendering, group }: Stamp,
): { readonly [key: string]: Json } => ({
  v: 1,
  k: rendering,
  ...(group ? { g: 1 } : {}),
  m: Object.fromEntries(
    acts.map(({ name: a, version: n, payload: p }, i) => [String(i), { b: path(i), a, n, p }]),
  ),
});

/** The form itself goes along, since corrections draw it again and nothing is kept here between the two. */
export const submissionValue = (
  form: Form,
  { attempt, origin }: Opening,
  packed: Json,
): { readonly [key: string]: Json } => ({
  v: 1,
  k: attempt,
  ...(origin === null ? {} : { o: origin }),
  a: form.act.name,
  n: form.act.version,
  p: form.act.payload,
  f: packed,
});

/** `option`: which one of a menu. */
export function parsePress(value: unknown, option?: string): Press | null {
  const read = press.safeParse(option === undefined ? value : chosenOf(value, option));
  if (!read.success) return null;
  const { k, b, g, a, n, p } = read.data;
  return { rendering: k, path: b, group: g === 1, act: { name: a, version: n, payload: p } };
}

function chosenOf(value: unknown, option: string): unknown {
  const read = menu.safeParse(value);
  if (!read.success) return null;
  const { m, ...shared } = read.data;
  return Object.hasOwn(m, option) ? { ...shared, ...m[option] } : null;
}

export function parseSubmissionValue(value: unknown): Submission | null {
  const read = submission.safeParse(value);
  if (!read.success) return null;
  const { k, o, a, n, p, f } = read.data;
  return { attempt: k, origin: o ?? null, act: { name: a, version: n, payload: p }, form: f };
}

/** The name of a form's button has its attempt in it, for clients that do not bring back what the button carries. */
export const submitName = (attempt: string): string => `submit_${attempt}`;
export const attemptNamed = (name: string | undefined): string | null =>
  /^submit_([0-9a-zA-Z-]{1,60})$/.exec(name ?? "")?.[1] ?? null;

/** By what a message of ours is found again in a chat: an element's id, at most 20 characters, a letter first. */
export const markOf = (rendering: string): string =>
  `d${createHash("sha256").update(rendering).digest("hex").slice(0, 19)}`;
