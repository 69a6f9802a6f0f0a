// One message to PGlite for each statement: its own query() sends five (parse, describe, bind, execute, sync) and has it planned anew.
// Here a statement is prepared when it is first seen, and bound and executed by its name from then on, as postgres.js does on a server.
import { zip } from "#src/language/lists";
import { messages, type PGlite, protocol, type Results, types } from "@electric-sql/pglite";

const { serialize } = protocol;

interface Prepared {
  readonly name: string;
  /** Types of its parameters, as the server infers them. */
  readonly types: readonly number[];
  readonly fields: Results["fields"];
}

export type Run = (
  text: string,
  parameters?: readonly unknown[],
  rowMode?: "array" | "object",
) => Promise<Results>;

/** Those not used for longest go. */
const mostPrepared = 400;
/** As db/postgres/open.ts: lists of every length are each a text of their own, and a plan to keep. */
const mostParameters = 40;
/** What has a plan; anything else gains nothing by a name. */
const planned = /^\s*(?:select|insert|update|delete|with)\b/i;
/** What changes tables may change what a prepared statement answers with. */
const changing = /^\s*(?:create|alter|drop)\b/i;

/**
 * Runs statements whole and in the order they were asked for, also where nobody waited for the one before (`begin` in rows.ts). Whoever
 * asks has seen to it that the connection is theirs. Throws the server's errors as PGlite does. `ask` is called before each of them is sent.
 */
export function createRun(pglite: PGlite, ask: () => void): Run {
  const known = new Map<string, Prepared>();
  let count = 0;

  const send = (...parts: readonly Uint8Array[]) => {
    ask();
    return pglite.execProtocolStream(joined([...parts, serialize.sync()]), { syncToFs: false });
  };

  async function prepare(name: string, text: string): Promise<Prepared> {
    const answers = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
    );
    return {
      name,
      types: answers.flatMap((each) =>
        each instanceof messages.ParameterDescriptionMessage ? each.dataTypeIDs : [],
      ),
      fields: answers.flatMap((each) =>
        each instanceof messages.RowDescriptionMessage
          ? each.fields.map((field) => ({ name: field.name, dataTypeID: field.dataTypeID }))
          : [],
      ),
    };
  }

  async function preparedOf(text: string, parameters: number): Promise<Prepared> {
    if (!planned.test(text) || parameters > mostParameters) return prepare("", text);
    const prepared = known.get(text) ?? (await prepare(`pacer_${(count += 1)}`, text));
    // The one used last stands last.
    known.delete(text);
    known.set(text, prepared);
    const [oldest] = known;
    if (oldest && known.size > mostPrepared) {
      known.delete(oldest[0]);
      await send(serialize.close({ type: "S", name: oldest[1].name }));
    }
    return prepared;
  }

  async function runWhole(
    text: string,
    parameters: readonly unknown[],
    rowMode: "array" | "object",
  ): Promise<Results> {
    const { name, types: asked, fields } = await preparedOf(text, parameters.length);
    const values = parameters.map((value, at) =>
      value === null || value === undefined
        ? null
        : (pglite.serializers[asked[at] ?? types.TEXT] ?? asText)(value),
    );
    const answers = await send(serialize.bind({ statement: name, values }), serialize.execute({}));
    if (changing.test(text)) {
      known.clear();
      await send(
        serialize.parse({ text: "deallocate all" }),
        serialize.bind({}),
        serialize.execute({}),
      );
    }
    const rows: unknown[] = [];
    let affectedRows = 0;
    for (const each of answers) {
      if (each instanceof messages.DataRowMessage) {
        // A row has the fields that were described when its statement was prepared.
        const cells = zip(fields, each.fields).map(
          ([field, cell]) =>
            [field.name, types.parseType(cell, field.dataTypeID, pglite.parsers)] as const,
        );
        rows.push(
          rowMode === "array" ? cells.map(([, value]) => value) : Object.fromEntries(cells),
        );
      } else if (each instanceof messages.CommandCompleteMessage)
        affectedRows += touchedBy(each.text);
    }
    return { rows: rows as Results["rows"], fields, affectedRows };
  }

  return (text, parameters = [], rowMode = "object") =>
    pglite.runExclusive(() => runWhole(text, parameters, rowMode));
}

/** What has no writer of its own was text before it came here. */
const asText = (value: unknown): string => `${value as string | number}`;

/** `INSERT 0 3`, `UPDATE 2`. */
function touchedBy(tag: string): number {
  const [, touched] = /^(?:INSERT|UPDATE|DELETE|MERGE) (?:\d+ )?(\d+)$/.exec(tag) ?? [];
  return Number(touched ?? 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.byteLength, 0));
  let at = 0;
  for (const each of parts) {
    whole.set(each, at);
    at += each.byteLength;
  }
  return whole;
}
