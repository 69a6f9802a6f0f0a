// The bodies of requests, parsed: null for whatever our pages would not have sent.
import { wellFormed } from "#src/language/text";
import { z } from "zod";
import { anyPayload } from "#src/view/action";
import type { FormValues } from "#src/view/form";
import { buttonPath } from "./action-codec.ts";
import { clockStep, type ClockStep } from "./move-clock.ts";

/** Every message here is named by a UUID; the home is none and has its own name. */
const messageId = z.union([z.literal("home"), z.uuid()]);

const said = z.object({
  id: z.uuid(),
  text: z
    .string()
    .transform(wellFormed)
    .refine((text) => text.trim() !== ""),
});
export type SaidBody = z.infer<typeof said>;

const press = z.object({
  message: messageId,
  version: z.string().max(100),
  button: buttonPath,
  print: z.string().max(100),
  click: z.uuid(),
});
export type Press = z.infer<typeof press>;

export const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: "custom", message: "not JSON", input: text });
    return z.NEVER;
  }
});

const submission = z.object({
  act: json.pipe(z.object({ name: z.string(), version: z.int(), payload: anyPayload })),
  attempt: z.uuid(),
  origin: z.union([z.literal(""), z.uuid()]),
  shape: json.pipe(z.record(z.string(), z.enum(["one", "many", "yesNo"]))),
});

export interface Submission extends Omit<z.infer<typeof submission>, "shape"> {
  readonly values: FormValues;
}

/** The page names what is said, so that sending again is no second message; without a script we must name it. */
export function parseSaid(body: FormData, newId: () => string): SaidBody | null {
  const parsed = said.safeParse({ id: body.get("id") ?? newId(), text: text(body, "text") });
  return parsed.success ? parsed.data : null;
}

/** The page names it, like what is said. */
export function parseDropped(
  body: FormData,
  newId: () => string,
): { readonly id: string; readonly file: File } | null {
  const id = z.uuid().safeParse(body.get("id") ?? newId());
  const file = body.get("file");
  return id.success && file instanceof File && file.name !== "" ? { id: id.data, file } : null;
}

export function parsePress(body: FormData): Press | null {
  const parsed = press.safeParse(
    Object.fromEntries(
      ["message", "version", "button", "print", "click"].map((name) => [name, text(body, name)]),
    ),
  );
  return parsed.success ? parsed.data : null;
}

export function parseSubmission(body: FormData): Submission | null {
  const parsed = submission.safeParse(
    Object.fromEntries(
      ["act", "attempt", "origin", "shape"].map((name) => [name, text(body, name)]),
    ),
  );
  if (!parsed.success) return null;
  const { shape, ...rest } = parsed.data;
  const values = Object.fromEntries(
    Object.entries(shape).map(([name, kind]) => [name, valueOf(body, name, kind)]),
  );
  return { ...rest, values };
}

export function parseClock(body: FormData): ClockStep | null {
  const parsed = clockStep.safeParse(text(body, "to") ?? text(body, "on"));
  return parsed.success ? parsed.data : null;
}

function valueOf(
  body: FormData,
  name: string,
  kind: "one" | "many" | "yesNo",
): string | readonly string[] {
  const given = body.getAll(`field.${name}`).filter((value) => typeof value === "string");
  if (kind === "many") return given;
  if (kind === "yesNo") return given.length > 0 ? "yes" : "no";
  return newlines(given[0] ?? "");
}

export function text(body: FormData, name: string): string | undefined {
  const value = body.get(name);
  return typeof value === "string" ? newlines(value) : undefined;
}

/** Forms send CRLF for every line break; people typed one. */
const newlines = (value: string): string => value.replaceAll("\r\n", "\n");
