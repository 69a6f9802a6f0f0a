// The two kinds of error: a Refusal is expected and said to the person; everything else is ours to mend.
import type { Button, Card } from "#src/view/card";
import { plainLine, toLine, type Line, type Lineish } from "#src/view/line";

/** Expected, localised, shown to the person with what to do next. Nothing of the act is stored. */
export class Refusal extends Error {
  readonly says: Line;
  readonly buttons: readonly Button[];

  constructor(says: Lineish, buttons: readonly Button[] = []) {
    super(plainLine(toLine(says)));
    this.name = "Refusal";
    this.says = toLine(says);
    this.buttons = buttons;
  }
}

/** A command was meant, but something it needs is not there: the person gets its usage. */
export class Incomplete extends Error {
  /** What is missing, in a word: `amount`, `date`, `G1`. */
  readonly missing: string;
  /** What exactly could not be found, said above the usage. */
  readonly says: Line | null;
  /** The usage of the verb that was meant, once it is known. */
  readonly shows: Card | null;

  constructor(missing: string, says: Line | null = null, shows: Card | null = null) {
    super(`missing: ${missing}`);
    this.name = "Incomplete";
    this.missing = missing;
    this.says = says;
    this.shows = shows;
  }
}
