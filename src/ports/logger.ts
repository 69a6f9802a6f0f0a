// The log. It gets causes, codes and ids; never the text of a message, never a secret.

/**
 * The cause of an error as the log may have it. An error of the database carries what people typed (as parameters, in
 * details and messages), so of such a one only its code and the places it passed are kept.
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const chain = [error];
  for (let at: unknown = error.cause; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  const code = chain.map((each) => ("code" in each ? String(each.code) : "")).find((each) => each !== "");
  const typed = chain.some((each) => "query" in each || "severity" in each);
  const says = typed ? chain.at(-1)!.name : `${error.name}: ${error.message}`;
  const places = (error.stack ?? "").split("\n").filter((each) => each.startsWith("    at "));
  return [code === undefined ? says : `${says} (${code})`, ...places].join("\n");
}

export interface Logger {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

/** An error whose message holds nothing but our own words, codes and names of columns. Of any other the log gets no message. */
export interface Loggable extends Error {
  readonly loggable: true;
}
