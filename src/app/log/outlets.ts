// Whatever else would write lines of its own beside the log, or end the process without a word in it: Node's warnings, what libraries
// print to the console, what nobody caught.
import type { Loggable, Logger } from "#src/ports/process/logger";

/** Where something was printed; what it was nobody knows to be free of people's words. */
class Printed extends Error implements Loggable {
  override name = "Printed";
  readonly loggable = true;

  constructor() {
    super("a line of a library's own");
  }
}

export function gatherOutlets(logger: Logger): void {
  process.removeAllListeners("warning"); // Node's own prints them
  process.on("warning", (warning) => logger.warn({ error: warning }, "node.warned"));
  const printing =
    (level: "info" | "warn") =>
    (...said: unknown[]): void =>
      logger[level](
        { error: said.find((each) => each instanceof Error) ?? new Printed() },
        "console",
      );
  for (const name of ["debug", "log", "info", "dir", "table"] as const)
    console[name] = printing("info");
  for (const name of ["warn", "error", "trace"] as const) console[name] = printing("warn");
}

/** Until the returned function is called: who stops the process then sees to the log as well. */
export function diesLoudly(logger: Logger): () => void {
  const die = (error: unknown): void => {
    logger.error({ error }, "stopping after an error");
    process.exit(1);
  };
  for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, die);
  return () => {
    for (const event of ["uncaughtException", "unhandledRejection"]) process.off(event, die);
  };
}
