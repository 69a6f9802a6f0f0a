// The pages that are open, and what is pushed to them. Kept in memory only: a page that lost its connection gets the
// newest messages again when it comes back, so nothing is lost with it.

/** A `fragment` is HTML whose elements know their own places; `home` asks the page to fetch its home anew; `over` tells it that nothing more comes. */
export type LiveEvent =
  | { readonly event: "fragment"; readonly html: string }
  | { readonly event: "home" }
  | { readonly event: "over"; readonly html: string };

export interface OpenPage {
  readonly user: string;
  /** The channel it shows; null for the person's own chat. */
  readonly channel: string | null;
  send(event: LiveEvent): void;
  end(): void;
  /** Ends for a newer one, and says so. */
  giveWay(): void;
}

export interface Hub {
  join(page: OpenPage): () => void;
  /** Users with at least one page open. */
  users(): ReadonlySet<string>;
  /** Users who have that channel open, or (null) their own chat. */
  usersIn(channel: string | null): ReadonlySet<string>;
  toUser(user: string, event: LiveEvent): void;
  /** Only to those of their pages that show it. */
  toRoom(user: string, channel: string | null, event: LiveEvent): void;
  close(): void;
}

/** So many pages stay open; of more the oldest give way. */
export interface MostPages {
  readonly ofOne: number;
  readonly inAll: number;
}

export function createHub(most: MostPages): Hub {
  const pages = new Set<OpenPage>();
  let closed = false;
  return {
    join(page) {
      // A browser comes back at once when its stream ends; while the server stops that must not keep it alive.
      if (closed) page.end();
      else {
        // The one opened first stands first.
        const theirs = [...pages].filter((each) => each.user === page.user);
        for (const oldest of [
          theirs.length >= most.ofOne ? theirs[0] : undefined,
          pages.size >= most.inAll ? [...pages][0] : undefined,
        ]) {
          if (oldest !== undefined && pages.delete(oldest)) oldest.giveWay();
        }
        pages.add(page);
      }
      return () => void pages.delete(page);
    },
    users: () => new Set([...pages].map((page) => page.user)),
    usersIn: (channel) =>
      new Set([...pages].filter((page) => page.channel === channel).map((page) => page.user)),
    toRoom(user, channel, event) {
      for (const page of pages)
        if (page.user === user && page.channel === channel) page.send(event);
    },
    toUser(user, event) {
      for (const page of pages) if (page.user === user) page.send(event);
    },
    close() {
      closed = true;
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
