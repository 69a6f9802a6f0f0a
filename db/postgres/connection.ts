// One connection to PostgreSQL, used until it is lost and then thrown away. postgres.js 3.4.9 goes on with a lost one: it writes to a
// socket that is gone, which ends the process (porsager/postgres#1154, #1208), and what a transaction says after its end goes to
// whoever has the connection then. So a client of it gets one connection, which never connects anew, and nothing once it is lost.
import { Socket } from "node:net";
import postgres from "postgres";
import type { CopyingClient } from "../backup/copying.ts";
import { copyingOn } from "./copying.ts";

/** What drizzle calls of postgres.js. */
export interface Client extends CopyingClient {
  readonly options: postgres.Sql["options"];
  unsafe(text: string, parameters?: Parameters<Unsafe>[1], asked?: Parameters<Unsafe>[2]): Rows;
  savepoint(work: (tx: Client) => Promise<unknown>): Promise<unknown>;
}
type Unsafe = postgres.Sql["unsafe"];
type Rows = Promise<unknown> & { values(): Promise<unknown> };

export interface Connection {
  /** Each statement; after so many milliseconds without an answer the connection counts as lost. Null: however long it takes. */
  client(silenceMs: number | null): Client;
  begin<T>(silenceMs: number | null, work: (tx: Client) => Promise<T>): Promise<T>;
  isLost(): boolean;
  /** By this process's steady clock. */
  readonly openedAt: number;
  /** Waits for what is under way, five seconds at most. */
  end(): Promise<void>;
}

export interface ConnectionEvents {
  readonly lost: () => void;
  readonly notified?: (payload: string) => void;
}

/** As postgres.js says it; a lost connection never says more. */
class ConnectionLost extends Error {
  override name = "ConnectionLost";
  readonly code = "CONNECTION_CLOSED";
}

const connectMs = 10_000;
const endSeconds = 5;
const mostPrepared = 40;

/** Nothing is sent before the first statement. `settings`: as postgres.js parsed them, shared by all connections (types, dates). */
export function openConnection(
  settings: postgres.Sql["options"],
  events: ConnectionEvents,
): Connection {
  const openedAt = performance.now();
  const unanswered = new Set<(error: unknown) => void>();
  let lost: unknown = null;
  let socket: Socket | null = null;
  let tried = 0;

  function lose(
    error: unknown = new ConnectionLost("the connection to the database was lost"),
  ): void {
    if (lost !== null) return;
    lost = error;
    for (const refuse of unanswered) refuse(error);
    unanswered.clear();
    socket?.destroy();
    events.lost();
  }

  async function dialOnce(): Promise<Socket> {
    let last: unknown =
      lost ?? new ConnectionLost("the database closed the connection before it was open");
    while (lost === null && tried < settings.host.length) {
      try {
        return (socket = await dial(settings, tried++));
      } catch (error) {
        last = error;
      }
    }
    lose(last);
    throw last;
  }

  // Its types leave out `socket`, `onclose` and settings that were parsed already, which its code takes.
  const sql = postgres({
    ...settings,
    max: 1,
    fetch_types: false,
    idle_timeout: null,
    max_lifetime: null,
    socket: dialOnce,
    onclose: () => lose(),
    onnotify: (_: string, payload: string) => events.notified?.(payload),
  } as unknown as postgres.Options<Record<string, never>>);

  /** As `work` answers, or refused when the connection is lost before: some of what was sent then postgres.js never answers. */
  function answered<T>(work: () => PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost);
      unanswered.add(reject);
      const settle =
        <V>(how: (value: V) => void) =>
        (value: V) => {
          unanswered.delete(reject);
          how(value);
        };
      work().then(settle(resolve), settle(reject));
    });
  }

  /** What a transaction's work came to, but nothing once the connection is lost: postgres.js would say ROLLBACK or COMMIT on it. */
  function unlessLost<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      work.then(
        (value) => lost ?? resolve(value),
        (error: unknown) => lost ?? reject(error),
      );
    });
  }

  function clientOn(session: postgres.ISql, silenceMs: number | null): Client {
    return {
      options: settings,
      unsafe: (text, parameters = [], asked = {}) => {
        // By their text: drizzle asks for that only where one is named, and it makes reads 2.1 and writes 1.4 to 1.7 times as fast. Not
        // without parameters (scripts of several statements cannot be), nor with many (lists of every length, each a statement to
        // keep), nor with `?prepare=false` in the URL (an old PgBouncer).
        const prepare =
          settings.prepare && parameters.length > 0 && parameters.length <= mostPrepared;
        return rowsOf((asArrays) => {
          const overdue =
            silenceMs === null ? undefined : setTimeout(() => lose(), silenceMs).unref();
          const send = () => {
            const query = session.unsafe(text, parameters, { ...asked, prepare });
            return asArrays ? query.values() : query;
          };
          return answered<unknown>(send).finally(() => clearTimeout(overdue));
        });
      },
      ...copyingOn(session, answered, unanswered),
      savepoint: (work) =>
        answered(() =>
          (session as postgres.TransactionSql).savepoint((inner) =>
            unlessLost(work(clientOn(inner, silenceMs))),
          ),
        ),
    };
  }

  return {
    client: (silenceMs) => clientOn(sql, silenceMs),
    begin: (silenceMs, work) =>
      answered(
        () => sql.begin((tx) => unlessLost(work(clientOn(tx, silenceMs)))) as Promise<never>,
      ),
    isLost: () => lost !== null,
    openedAt,
    async end() {
      if (lost === null) await sql.end({ timeout: endSeconds });
      lose();
    },
  };
}

/** Drizzle says only afterwards, but at once, that it wants arrays. */
export function rowsOf(run: (asArrays: boolean) => Promise<unknown>): Rows {
  let asArrays = false;
  const rows = Promise.resolve().then(() => run(asArrays));
  return Object.assign(rows, {
    values() {
      asArrays = true;
      return rows;
    },
  });
}

function dial(
  { host, port, path }: Pick<postgres.Sql["options"], "host" | "port" | "path">,
  at: number,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = new Socket();
    // Stays: an error before postgres.js listens would end the process.
    socket.on("error", reject);
    socket.setTimeout(connectMs, () =>
      socket.destroy(
        Object.assign(new Error(`no answer within ${connectMs / 1000} s`), {
          code: "CONNECT_TIMEOUT",
        }),
      ),
    );
    socket.once("connect", () => {
      socket.setTimeout(0);
      resolve(socket);
    });
    if (path) socket.connect(path);
    // Only places that `settings.host` has are dialled, and postgres.js gives each a port.
    // oxlint-disable-next-line typescript/no-non-null-assertion
    else socket.connect(port[at]!, host[at]!);
    Object.assign(socket, { host: host[at], port: port[at] }); // postgres.js asks it for the name in its certificate
  });
}
