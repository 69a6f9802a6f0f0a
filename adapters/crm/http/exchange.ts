// One question to a CRM and its answer: in time, of bounded length, from nobody but whom it was asked.
import { CrmTrouble, type CrmPorts } from "#src/ports/crm";
import { exactJson } from "./exact-json.ts";

export interface Question {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The CRM's clock. */
  readonly at: Date;
  /** JSON with its numbers as text; undefined where nothing came. */
  readonly body: unknown;
}

/** Two thousand rows take about two million bytes. */
const mostBytes = 16 * 1024 * 1024;

/** Throws `unreachable`, `down` and `not-understood`; an error that comes as JSON is for the caller to read, whatever its status. */
export async function exchange(
  ports: Pick<CrmPorts, "fetch" | "answerMs" | "now">,
  question: Question,
): Promise<Answer> {
  const { method, url, headers, body } = question;
  const asked = `${method} ${url.pathname}`;
  const response = await heard(() =>
    ports.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(ports.answerMs),
      redirect: "manual",
    }),
  );
  if (isElsewhere(response.status)) {
    await response.body?.cancel().catch(() => {});
    throw new CrmTrouble({ kind: "not-understood", which: `${asked}: a redirect` });
  }
  const text = await heard(() => readText(response, asked));
  const read = parsed(text);
  if (!("json" in read)) {
    if (response.status >= 500) throw new CrmTrouble({ kind: "down" });
    throw new CrmTrouble({
      kind: "not-understood",
      which: `${asked}: ${read.not} (HTTP ${response.status})`,
    });
  }
  if (read.json === undefined && response.status >= 500) throw new CrmTrouble({ kind: "down" });
  const { status } = response;
  return {
    status,
    headers: response.headers,
    at: theirTime(response, ports.now()),
    body: read.json,
  };
}

/** 304 says that nothing changed. */
const isElsewhere = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

/** No word of the error goes on: it may quote an address. */
async function heard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CrmTrouble) throw error;
    throw new CrmTrouble({ kind: "unreachable" }, { cause: error });
  }
}

async function readText(response: Response, asked: string): Promise<string> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel().catch(() => {});
      throw new CrmTrouble({ kind: "not-understood", which: `${asked}: too long an answer` });
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

function parsed(text: string): { readonly json: unknown } | { readonly not: string } {
  if (text.trim() === "") return { json: undefined };
  try {
    return { json: exactJson(text) };
  } catch {
    return { not: text.trimStart().startsWith("<") ? "a page instead of JSON" : "no JSON" };
  }
}

function theirTime(response: Response, ours: Date): Date {
  const said = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(said) ? ours : new Date(said);
}
