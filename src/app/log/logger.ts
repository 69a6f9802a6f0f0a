// pino behind the logger port, on standard error: JSON lines, or something to read where a person looks on. Whatever is thrown is taken
// apart here and nowhere else.
import { pino, type DestinationStream, type Logger as PinoLogger, type LoggerOptions } from "pino";
import type { Config } from "#src/config";
import type { Logger } from "#src/ports/process/logger";
import { causeOf } from "./reduce-error.ts";

type Level = keyof Logger;
type Write = (level: Level, fields: Readonly<Record<string, unknown>>, event: string) => void;

/** `to`: where its lines go instead, one JSON object each. */
export function createLogger(level: Config["LOG_LEVEL"], to?: DestinationStream): Logger {
  const options: LoggerOptions = { level, base: null };
  const log = to === undefined ? onStandardError(options) : pino(options, to);
  return loggerOn((at, fields, event) => log[at](fields, event));
}

const onStandardError = (options: LoggerOptions): PinoLogger =>
  process.stderr.isTTY
    ? pino({ ...options, transport: { target: "pino-pretty", options: { destination: 2 } } })
    : pino(options, pino.destination({ fd: 2, sync: false }));

/** Hands on what a line may hold. */
export function loggerOn(write: Write): Logger {
  const at =
    (level: Level) =>
    (fields: object, event: string): void =>
      write(
        level,
        Object.fromEntries(
          Object.entries(fields).map(([key, value]) => [
            key,
            key === "error" ? causeOf(value) : plain(value),
          ]),
        ),
        event,
      );
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** The port's types let nothing else pass; what got past them shows its kind. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (value instanceof Date) return value;
  if (typeof value !== "object" || value === null) return value;
  return value instanceof Error ? causeOf(value) : "(an object)";
}
