// A place on the network that remembers which deliveries came, in which order, and can be asked. It outlives the processes that
// write to it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface HttpPlace {
  readonly url: string;
  /** What came, in order; an id twice is a message twice. */
  readonly came: { readonly id: string; readonly to: string }[];
  /** How often somebody asked whether a delivery is there. */
  asked: number;
  close(): Promise<void>;
}

/** `delayMs`: how long the answer takes after the message was taken; those are the moments in which a kill hurts. */
export async function startPlace(delayMs: () => number = () => 2): Promise<HttpPlace> {
  const came: { id: string; to: string }[] = [];
  const known = new Set<string>();
  const place: HttpPlace = { url: "", came, asked: 0, close: async () => {} };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://place");
    if (url.pathname === "/find") {
      place.asked++;
      response.end(JSON.stringify({ there: known.has(url.searchParams.get("id") ?? "") }));
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const message = JSON.parse(Buffer.concat(parts).toString("utf8")) as {
        id: string;
        to: string;
      };
      came.push(message);
      known.add(message.id);
      setTimeout(() => response.end(message.id), delayMs());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(place, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
