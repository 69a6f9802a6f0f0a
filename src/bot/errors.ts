// The two kinds of error: a Refusal is expected and said to the person; everything else is ours to mend.
import type { Button } from "#src/view/card";
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
  readonly missing: string;

  constructor(missing: string) {
    super(`missing: ${missing}`);
    this.name = "Incomplete";
    this.missing = missing;
  }
}
