// What this process remembers of what it sent; after a restart one looks.

/** Deliveries remembered so that one handed in twice is not sent twice. */
const mostRemembered = 5_000;

export interface Memory {
  get(key: string): string | undefined;
  keep(key: string, value: string): void;
}

export function createMemory(): Memory {
  const known = new Map<string, string>();
  return {
    get: (key) => known.get(key),
    keep(key, value) {
      known.set(key, value);
      const oldest = known.size > mostRemembered ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
