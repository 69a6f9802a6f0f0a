// A moment: something a practice shows that others may have a button for. The practice that lives it defines it in its api.ts;
// whoever has something to add declares `besides` and reads the moment from there, so nobody knows a neighbour's inside.

export interface BoundExtensionPoint {
  readonly moment: string;
  readonly what: unknown;
}

export interface ExtensionPoint<What> {
  (what: What): BoundExtensionPoint;
  readonly moment: string;
}

/** `practice.what`. It lives within one act: nothing of it is stored. */
export function defineMoment<What>(name: string): ExtensionPoint<What> {
  return Object.assign((what: What): BoundExtensionPoint => ({ moment: name, what }), {
    moment: name,
  });
}
