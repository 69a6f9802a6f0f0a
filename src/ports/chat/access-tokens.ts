// What an app is let in by for an hour or two: one for all processes, fetched by one of them.
export interface SharedTokens {
  /**
   * The token of that name; where there is none, or it is the one that was refused, one caller fetches the next and the others
   * wait for it. What `fetch` returns instead of a token is given back as it is. `forMs`: how long it may be used.
   */
  obtain<No extends object>(
    name: string,
    refused: string | null,
    fetch: () => Promise<{ readonly token: string; readonly forMs: number } | No>,
  ): Promise<string | No>;
  /** What a platform pushes instead of handing it out. Of two the one that lasts longer is kept, in whatever order they came. */
  keep(name: string, token: string, forMs: number): Promise<void>;
  /** Null where there is none, or it is over. */
  find(name: string): Promise<string | null>;
}
