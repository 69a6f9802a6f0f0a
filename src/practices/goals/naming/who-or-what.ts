// Behind `goals`: somebody, or what a goal is called: how is anna, 回款还差多少. Only the goals at hand say which of the two a word is.
import { named, type Argument } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import type { Person } from "#src/people/person";

export interface WhoOrWhat {
  readonly who: Person | null;
  /** A name that is nobody's: what a goal may be called. */
  readonly called: { readonly name: string; readonly elseSays: Refusal } | null;
}

export function whoOrWhat(): Argument<WhoOrWhat> {
  const someone = named();
  return {
    ...someone,
    read(reading) {
      try {
        return { who: someone.read(reading), called: null };
      } catch (error) {
        const name = reading.rest.trim().replace(/^@/u, "");
        if (!(error instanceof Refusal) || name === reading.rest.trim()) throw error;
        reading.rest = "";
        return { who: null, called: { name, elseSays: error } };
      }
    },
  };
}
