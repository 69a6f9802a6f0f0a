// What was shown and had no room where it was shown: the rest of a long list, a payload longer than a button can carry. Kept for
// a while under a name of its own; whoever finds nothing there asks again.
import type { Json } from "#src/view/action";
import type { InstallationKey } from "./installations.ts";

export interface Shelf {
  /** The same name again changes nothing. */
  keep(
    where: InstallationKey,
    things: readonly { readonly id: string; readonly what: Json }[],
    at: Date,
  ): Promise<void>;
  find(where: InstallationKey, id: string): Promise<Json | null>;
}

/** What a surface has to find again of the messages it posted, whichever process is at work: one thing under each name, the newest. */
export interface Board {
  /** In place of what stood there. */
  pin(where: InstallationKey, id: string, what: Json, at: Date): Promise<void>;
  pinned(where: InstallationKey, id: string): Promise<Pinned | null>;
  /** Under names that begin so, from then on; the newest first, at most so many. */
  since(
    where: InstallationKey,
    begins: string,
    from: Date,
    most: number,
  ): Promise<readonly Pinned[]>;
}

export interface Pinned {
  readonly what: Json;
  readonly at: Date;
}
