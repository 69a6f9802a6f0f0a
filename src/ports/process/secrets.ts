// What must not be readable in the database. Sealed text says which key sealed it, so that keys can be changed.
import type { Loggable } from "./logger.ts";

export interface Secrets {
  /** `belongsTo` names the row, e.g. its table and key: sealed text moved to another row does not open. */
  seal(text: string, belongsTo: string): string;
  /** Throws SealBroken where the text was altered, moved, or sealed with a key that is not there. */
  open(sealed: string, belongsTo: string): string;
  /** Whether the key that seals now is not the one that sealed this. */
  isStale(sealed: string): boolean;
}

/** Its sentence is for the operator and names no more than the key's id. */
export class SealBroken extends Error implements Loggable {
  readonly loggable = true;
}
