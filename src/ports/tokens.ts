// What an app is let in by for an hour or two: one for all processes, fetched by one of them.
export interface SharedTokens {
  /**
   * The token of that name; where there is none, or it is the one that was refused, one caller fetches the next and the others
   * wait for it. What `fetch` returns instead of a token is given back as it is. `forMs`: how long it may be used.
   */
  obtain<No extends object>(name: string, refused: string | null, fetch: () => Promise<{ readonly token: string; readonly forMs: number } | No>): Promise<string | No>;
}
