// What may be printed of something that was caught: which kind of error, its codes, and the places it passed. Its message only where it
// is known to hold no value: JSON.parse, URL, zod, fetch and the drivers quote what they were given, and nobody can tell the next library's.
import { types } from "node:util";
import type { Loggable } from "#src/ports/process/logger";

const mostLinks = 5;
/** As many as there are of an error; a line too many was none. */
const mostPlaces = 10;

/** A line for the error and for each it was caused by, each with its places below it. */
export function causeOf(error: unknown): string {
  if (!isError(error)) return `${typeof error} thrown`;
  return linksOf(error)
    .map((link) => [headOf(link), ...placesOf(link)].join("\n"))
    .join("\ncaused by ");
}

/** The same on one line, without the places. */
export const headsOf = (error: unknown): string =>
  isError(error) ? linksOf(error).map(headOf).join(", caused by ") : `${typeof error} thrown`;

const isError = (value: unknown): value is Error =>
  value instanceof Error || types.isNativeError(value);

/** Bolt's errors have what they are about in `original`, or several in `originals`. */
function linksOf(error: Error): readonly Error[] {
  const links = [error];
  while (links.length < mostLinks) {
    const { cause, original, originals, errors } = links.at(-1) as Error &
      Partial<Record<"original" | "originals" | "errors", unknown>>;
    const next = [
      cause,
      original,
      ...(Array.isArray(originals) ? originals : []),
      ...(Array.isArray(errors) ? errors : []),
    ].find((each) => isError(each) && !links.includes(each));
    if (!isError(next)) break;
    links.push(next);
  }
  return links;
}

/** The name and the codes, as far as they are names. */
function headOf(error: Error): string {
  const { code, statusCode } = error as Error & {
    readonly code?: unknown;
    readonly statusCode?: unknown;
  };
  const name = named(error.name) ?? named(error.constructor.name) ?? "Error";
  if (isLoggable(error)) return `${name}: ${error.message}`;
  const codes = [code, statusCode].flatMap((each) => named(each) ?? []);
  return codes.length === 0 ? name : `${name} (${codes.join(" ")})`;
}

/** By its mark and not its class, so that whoever throws one needs nothing of ours. */
const isLoggable = (error: Error): error is Loggable =>
  "loggable" in error && error.loggable === true;

function named(value: unknown): string | null {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return /^[\w$.-]{1,80}$/.test(text) ? text : null;
}

/** `    at work (file:///srv/pacer/src/main.ts:1:2)`, `    at async node:internal/timers:594:17`, `    at new Promise (<anonymous>)`. */
const place =
  /^ {4}at (?:.+ \()?(?:(?:file:\/\/|node:|\/|[A-Za-z]:[\\/]).+:\d+:\d+|<anonymous>|native|index \d+)\)?$/;

/** What stands behind the message. Where that was changed since, nobody knows where it ends, and nothing is taken. */
function placesOf({ stack, message }: Error): readonly string[] {
  if (typeof stack !== "string") return [];
  const head = /^[\w$.[\] ]*(?:: )?/.exec(stack)?.[0] ?? "";
  if (!stack.startsWith(message, head.length)) return [];
  const rest = stack.slice(head.length + message.length);
  if (!/^(?:\n {4}at |$)/.test(rest) || (message === "" && head.endsWith(": "))) return [];
  return rest
    .split("\n")
    .slice(-mostPlaces)
    .filter((line) => place.test(line));
}
