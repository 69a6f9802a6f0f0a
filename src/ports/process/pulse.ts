// Whether the database takes what this process writes, tried by writing.

export type Renewal =
  /** `offsetMs`: how far this machine's clock is ahead of the database's. */
  | { readonly committed: true; readonly offsetMs: number }
  /** One clause for the operator, with the database's code and none of its words. */
  | { readonly committed: false; readonly why: string };

export interface PulseStore {
  /** Writes this process's row and commits. Never throws. */
  renew(): Promise<Renewal>;
  /** The process stops: its row goes with it. */
  end(): Promise<void>;
}
