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
