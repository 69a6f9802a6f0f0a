// What is counted, for /metrics: how much was due, claimed, sent, merged, kept back, given up.

export interface Meter {
  count(
    what: "due" | "claimed" | "sent" | "edited" | "merged" | "dead" | "replayed",
    howMany?: number,
  ): void;
  /** A slot that was not said now: moved or let pass, with its reason. */
  suppressed(reason: string): void;
}
