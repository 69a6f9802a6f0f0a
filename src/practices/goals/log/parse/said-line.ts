// What stands behind the verb, whole: which of it is a person, a goal, a day or a figure is known only when all of it is read.
import { person, type Argument, type Reading } from "#src/bot/declare/arguments";

export interface SaidLine {
  /** Normalised, its lines kept. */
  readonly line: string;
  /** As it was typed, so that a note keeps its own signs. */
  readonly typed: string;
  /** For a question about a name: who is known, and what is said again with the one that was chosen. */
  readonly reading: Reading;
}

export function saidLine(): Argument<SaidLine> {
  const names = person();
  return {
    namesPeople: true,
    mayHold: (text) => names.mayHold(text) || text.includes("\n"),
    read: (reading) => {
      const line = reading.rest.trim();
      reading.rest = "";
      return { line, typed: reading.typed, reading: { ...reading, rest: line } };
    },
  };
}
