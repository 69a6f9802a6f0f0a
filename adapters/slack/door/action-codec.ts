// What a button or a form carries: a bound action as text, or the name of what was kept because it is too long for that. Nothing
// of it is believed when it comes back: the pipeline checks right and payload again.
import { z } from "zod";
import { anyPayload, type BoundAction, type Json } from "#src/view/action";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";

/** Put aside before the message is sent, found again by its name. */
export interface Kept {
  readonly id: string;
  readonly what: Json;
}

export type Carried =
  | { readonly carries: "act"; readonly act: BoundAction }
  | { readonly carries: "kept"; readonly id: string };

const bound = z.object({ n: z.string().max(100), v: z.int(), p: anyPayload });
const carried = z.union([
  bound.transform(({ n, v, p }): Carried => ({
    carries: "act",
    act: { name: n, version: v, payload: p },
  })),
  z.object({ k: z.string().max(100) }).transform(({ k }): Carried => ({ carries: "kept", id: k })),
]);

/** Slack hands some values back with & < > escaped (bolt-python#513): written so that there is nothing to escape. */
const safe = (value: Json): string =>
  JSON.stringify(value).replace(/[&<>]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

/** The action as text; longer than `most`, it is put aside. */
export function carry(act: BoundAction, most: number, keep: (what: Json) => string): string {
  const { name: n, version: v, payload: p } = act;
  const whole = safe({ n, v, p });
  return whole.length <= most
    ? whole
    : safe({ k: keep({ act: { name: n, version: v, payload: p } }) });
}

export const carryKept = (id: string): string => safe({ k: id });
export const asText = safe;

export function readCarried(text: string | undefined): Carried | null {
  const parsed = carried.safeParse(readJson(text));
  return parsed.success ? parsed.data : null;
}

export function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

// Everything in src/view is plain data, which JSON takes as it is; the types of a view leave that open.
export const asJson = (view: Card | Form): Json => view as unknown as Json;

/** What a card had no room for, to be shown when asked for. */
export const restOf = (card: Card): Json => ({ cards: [asJson(card)] });

const keptSchema = z.union([
  z.object({ act: z.object({ name: z.string(), version: z.int(), payload: anyPayload }) }),
  z.object({
    cards: z.array(z.custom<Card>((value) => typeof value === "object" && value !== null)),
  }),
  z.object({ form: z.custom<Form>((value) => typeof value === "object" && value !== null) }),
  z.object({ options: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))) }),
]);
export type KeptThing = z.infer<typeof keptSchema>;

export function readKept(what: unknown): KeptThing | null {
  const parsed = keptSchema.safeParse(what);
  return parsed.success ? parsed.data : null;
}
