// What is kept only for a while and then thrown away.

export interface Housekeeping {
  /** Removes stored answers and delivered messages older than a day. `now` is business time; returns how many rows went. */
  prune(now: Date): Promise<number>;
}
