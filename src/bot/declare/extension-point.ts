// An extension point: something a practice shows that others may have a button for. The practice that shows it defines the point in its
// api.ts; whoever has something to add declares it among its `contributions` and reads the point from there, so that nobody knows a
// neighbour's inside.

export interface BoundExtensionPoint {
  readonly point: string;
  readonly what: unknown;
}

export interface ExtensionPoint<What> {
  (what: What): BoundExtensionPoint;
  readonly point: string;
}

/** `practice.what`. It lives within one act: nothing of it is stored. */
export function defineExtensionPoint<What>(name: string): ExtensionPoint<What> {
  return Object.assign((what: What): BoundExtensionPoint => ({ point: name, what }), {
    point: name,
  });
}
