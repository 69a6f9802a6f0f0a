// pino behind the logger port, on standard error: JSON lines, or something to read where a person looks on.
import { pino, type LoggerOptions } from "pino";
import type { Config } from "#src/config";
import type { Logger } from "#src/ports/logger";

export function createLogger(level: Config["LOG_LEVEL"]): Logger {
  const options: LoggerOptions = { level, base: null };
  const log = process.stderr.isTTY ? pino({ ...options, transport: { target: "pino-pretty", options: { destination: 2 } } }) : pino(options, pino.destination({ fd: 2, sync: false }));
  return {
    info: (fields, event) => log.info(fields, event),
    warn: (fields, event) => log.warn(fields, event),
    error: (fields, event) => log.error(fields, event),
  };
}
