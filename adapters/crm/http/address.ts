// Which addresses a secret may be sent to: https anywhere, http on this machine only.

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The address without path, query and name; null where it is none a secret may be sent to. */
export function safeOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return null;
  const safe =
    url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
  return safe ? url.origin : null;
}

export const isOnThisMachine = (origin: string): boolean => loopback.has(new URL(origin).hostname);
