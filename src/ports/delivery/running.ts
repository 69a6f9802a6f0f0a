// How messages of an organisation fare, for whoever sees to it: numbers only, nobody's words and nobody's name.

export interface MessagesNow {
  /** Within a day. */
  readonly sent: number;
  /** To be sent, and since how many minutes the oldest could have been. */
  readonly waiting: number;
  readonly oldestMinutes: number;
  /** Until the receiver's working hours. */
  readonly held: number;
  /** Given up within ninety days, and nobody decided about them. */
  readonly failed: number;
  /** What of it cannot be written to now: workspaces, and places in those that can. */
  readonly stopped: readonly {
    readonly name: string;
    readonly place: boolean;
    readonly since: Date;
  }[];
}

export interface RunningStore {
  messages(): Promise<MessagesNow>;
  /** How many days ago a backup was last shown to come back, or the first was tried where none ever was; null where nobody backs up here. */
  daysUnproved(): Promise<number | null>;
}
