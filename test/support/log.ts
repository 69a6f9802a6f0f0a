// The log as a test reads it: each line as it would stand there.
import { createLogger, loggerOn } from "#src/app/log/logger";
import type { Logger } from "#src/ports/process/logger";

export interface LogLine {
  readonly fields: object;
  readonly event: string;
}

/** What went wrong and nobody expected. */
export const errorsInto = (errors: LogLine[]): Logger =>
  loggerOn((level, fields, event) => void (level === "error" && errors.push({ fields, event })));

/** The program's own logger, and what it has written so far: one JSON object a line. */
export function writtenLog(): { readonly logger: Logger; readonly written: () => string } {
  const lines: string[] = [];
  return {
    logger: createLogger("info", { write: (line) => void lines.push(line) }),
    written: () => lines.join(""),
  };
}
