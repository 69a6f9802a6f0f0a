// An extension point: something a practice shows that others may add to: buttons, mostly. The practice that shows it defines the point in its
// api.ts; whoever has something to add declares it among its `contributions` and reads the point from there, so that nobody knows a
// neighbour's inside.
import type { Button } from "#src/view/card";

export interface BoundExtensionPoint<Given = Button> {
  readonly point: string;
  readonly what: unknown;
  /** Never there: it carries the type of what is given. */
  readonly gives?: Given;
}

export interface ExtensionPoint<What, Given = Button> {
  (what: What): BoundExtensionPoint<Given>;
  readonly point: string;
}

/** What is added to what another practice shows: buttons, or whatever that point asks for. */
export interface Contribution<Context> {
  readonly point: string;
  readonly give: (what: unknown, context: Context) => Promise<readonly unknown[]>;
}

/** `practice.what`. It lives within one act: nothing of it is stored. */
export function defineExtensionPoint<What, Given = Button>(
  name: string,
): ExtensionPoint<What, Given> {
  return Object.assign((what: What): BoundExtensionPoint<Given> => ({ point: name, what }), {
    point: name,
  });
}
