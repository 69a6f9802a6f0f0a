// So many requests, so many at once, each timed: what every process that asks does.
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Returns how long it took as a whole, in milliseconds. */
export async function inTurns(
  { at, count }: { readonly at: number; readonly count: number },
  one: (n: number) => Promise<void>,
): Promise<number> {
  agent.destroy(); // what stood idle since the last round may be closed by the other side just now
  let next = 0;
  const began = performance.now();
  async function worker(): Promise<void> {
    while (next < count) await one(next++);
  }
  await Promise.all(Array.from({ length: at }, worker));
  return performance.now() - began;
}

/** Resolves with what a 200 says; anything else is an error. */
export function post(
  url: string,
  type: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-type": type, "content-length": Buffer.byteLength(body) },
        agent,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const said = Buffer.concat(parts).toString("utf8");
          if (response.statusCode === 200) resolve(said);
          else reject(new Error(`${url}: ${response.statusCode} ${said.slice(0, 300)}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}
