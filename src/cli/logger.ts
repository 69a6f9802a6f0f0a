// pino behind the logger port: JSON lines on standard error.
import { pino } from "pino";
import type { Config } from "#src/config";
import type { Logger } from "#src/ports/logger";

export function createLogger(level: Config["LOG_LEVEL"]): Logger {
  const log = pino({ level, base: null }, pino.destination({ fd: 2, sync: false }));
  return {
    info: (fields, event) => log.info(fields, event),
    warn: (fields, event) => log.warn(fields, event),
    error: (fields, event) => log.error(fields, event),
  };
}
