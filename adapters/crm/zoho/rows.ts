// Records as they were changed, page by page, and what is in the bin.
import { z } from "zod";
import { isLocalDate } from "#src/calendar/local-date";
import {
  CrmTrouble,
  type CrmChoice,
  type CrmPage,
  type CrmRecord,
  type CrmTombstone,
  type CrmWhen,
} from "#src/ports/crm";
import { plainDecimal } from "../http/plain-decimal.ts";
import { shaped, shortened } from "../http/shape.ts";
import { isError, zohoTime, type Calls } from "./api.ts";
import { coql, text } from "./coql.ts";
import type { KnownStage } from "./describe.ts";
import { readScope, type Module } from "./modules.ts";

/** Rows of one answer: three credits, as for a thousand and one. */
const pageRows = 2_000;

/** A choice or a lookup comes as itself, or with its name. */
const named = z.union([
  z.string(),
  z.looseObject({ name: z.string().nullish() }).transform(({ name }) => name ?? ""),
]);
const lookup = z.union([z.looseObject({ id: z.string() }).transform(({ id }) => id), z.string()]);
const record = z.looseObject({
  id: z.string(),
  Owner: lookup.nullish(),
  Modified_Time: z.string(),
});
type Row = z.output<typeof record>;
const page = z.looseObject({
  data: z.array(record).nullish(),
  info: z.looseObject({ more_records: z.boolean().nullish() }).nullish(),
});
const binned = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), deleted_time: z.string().nullish() })).nullish(),
  info: z.looseObject({ more_records: z.boolean().nullish() }).nullish(),
});

/** Behind which id to go on, and which columns this organisation has not. */
const place = z.object({ after: z.string(), without: z.array(z.string()) });
type Place = z.output<typeof place>;

const written = (to: Place): string => Buffer.from(JSON.stringify(to)).toString("base64url");
function placeOf(page: string | null): Place {
  if (page === null) return { after: "", without: [] };
  return place.parse(JSON.parse(Buffer.from(page, "base64url").toString()));
}

export interface Reading {
  readonly module: Module;
  readonly choice: CrmChoice;
  readonly stages: readonly KnownStage[];
  /** Where its pages are; null where nobody knows. */
  readonly web: string | null;
}

export async function readChanged(
  calls: Calls,
  reading: Reading,
  since: Date | null,
  page: string | null,
): Promise<CrmPage<CrmRecord>> {
  const { after, without: lacking } = placeOf(page);
  const { rows, more, at, without } = await query(calls, reading, since, after, lacking);
  const last = rows.at(-1);
  if (more && (last === undefined || last.id === after))
    throw new CrmTrouble({ kind: "not-understood", which: "coql: a page that leads nowhere" });
  return {
    rows: rows.map((row) => recordOf(row, reading, without)),
    next: more && last !== undefined ? written({ after: last.id, without }) : null,
    at,
  };
}

async function query(
  calls: Calls,
  { module, choice }: Reading,
  since: Date | null,
  after: string,
  lacking: readonly string[],
) {
  const without = [...lacking];
  const chosen = [choice.amount, choice.day];
  for (;;) {
    const asked = {
      path: "coql",
      body: {
        select_query: coql({
          columns: columnsOf(module, chosen, without),
          from: module.name,
          where: conditions(since, after),
          limit: pageRows,
        }),
      },
      scope: readScope(module),
    };
    const answer = await calls.tryTo(
      asked,
      ({ code, about }) =>
        code === "INVALID_QUERY" &&
        about !== null &&
        module.perhaps.includes(about) &&
        !chosen.includes(about) &&
        !without.includes(about),
    );
    if (isError(answer)) {
      without.push(answer.about ?? "");
      continue;
    }
    const { data, info } =
      answer.body === undefined ? { data: [], info: null } : shaped(page, answer.body, asked.path);
    return { rows: data ?? [], more: info?.more_records === true, at: answer.at, without };
  }
}

function columnsOf(
  module: Module,
  chosen: readonly string[],
  without: readonly string[],
): readonly string[] {
  const all = [
    "id",
    module.title,
    "Owner",
    module.stage,
    "Modified_Time",
    ...chosen,
    ...module.perhaps.filter((each) => !without.includes(each)),
  ];
  return [...new Set(all)];
}

function conditions(since: Date | null, after: string): [string, ...string[]] {
  const behind = after === "" ? [] : [`id > ${text(after)}`];
  const changed = since === null ? [] : [`Modified_Time >= ${text(zohoTime(since))}`];
  const [first, ...others] = [...changed, ...behind];
  return first === undefined ? ["id is not null"] : [first, ...others];
}

function recordOf(row: Row, reading: Reading, without: readonly string[]): CrmRecord {
  const { module, choice, web } = reading;
  const stage = textOf(row[module.stage]);
  const known = stage === null ? null : stageOf(stage, textOf(row["Pipeline"]), reading.stages);
  const says = {
    id: row.id,
    owner: row.Owner ?? null,
    name: shortened(textOf(row[module.title]) ?? ""),
    link: web === null ? null : `${web}/crm/tab/${module.tab}/${row.id}`,
    state: "standing" as const,
    stage: known?.id ?? stage,
    stageSaid: known?.said ?? stage ?? "",
    amount: amountOf(row, choice.amount),
    currency: currencyOf(textOf(row["Currency"])),
    day: whenOf(row, choice.day),
    modified: instant(row.Modified_Time, "Modified_Time"),
  };
  if (module.kind === "order") return { kind: module.kind, ...says };
  const nextStep = textOf(row["Next_Step"]);
  return {
    kind: module.kind,
    ...says,
    opened: whenOf(row, "Created_Time"),
    close: whenOf(row, "Closing_Date"),
    // Zoho keeps it in the record's history, which is not read.
    stageSince: null,
    lastActivity: whenOf(row, "Last_Activity_Time"),
    nextStep: without.includes("Next_Step") ? null : (nextStep ?? ""),
    probability: decimalOf(row, "Probability"),
  };
}

const textOf = (value: unknown): string | null => named.safeParse(value).data ?? null;

/** In its own pipeline first; of a stage that was taken away nobody knows anything but what it was called. */
function stageOf(
  said: string,
  pipeline: string | null,
  stages: readonly KnownStage[],
): KnownStage | null {
  const called = stages.filter(({ names }) => names.includes(said));
  return (
    called.find((each) => pipeline !== null && each.pipelines.includes(pipeline)) ??
    called[0] ??
    null
  );
}

/** ISO 4217, or "USD - US Dollar" as a list may show it. */
const currencyOf = (said: string | null): string | null =>
  /^[A-Z]{3}(?![A-Z])/.exec(said ?? "")?.[0] ?? null;

const amountOf = decimalOf;

function decimalOf(row: Row, field: string): string | null {
  const value = row[field];
  if (value === null || value === undefined || value === "") return null;
  const plain = typeof value === "string" ? plainDecimal(value) : null;
  if (plain === null) throw unreadable(field);
  return plain;
}

function whenOf(row: Row, field: string): CrmWhen | null {
  const value = row[field];
  if (value === null || value === undefined || value === "") return null;
  if (typeof value !== "string") throw unreadable(field);
  return isLocalDate(value) ? { day: value } : { at: instant(value, field) };
}

function instant(value: string, field: string): Date {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw unreadable(field);
  return at;
}

const unreadable = (field: string): CrmTrouble =>
  new CrmTrouble({ kind: "not-understood", which: `coql: ${field} of a record` });

const binRows = 200;

/** A restored record is not among them any more, and not changed either: the full check finds it. */
export async function readBin(
  calls: Calls,
  module: Module,
  since: Date,
  page: string | null,
): Promise<CrmPage<CrmTombstone>> {
  const number = page === null ? 1 : Number(page);
  const answer = await calls.ask({
    path: `${module.name}/deleted`,
    query: { type: "all", page: String(number), per_page: String(binRows) },
    modifiedSince: since,
    scope: module.scope,
  });
  const { data, info } =
    answer.body === undefined
      ? { data: [], info: null }
      : shaped(binned, answer.body, `${module.name}/deleted`);
  return {
    rows: (data ?? []).map(({ id }) => ({ kind: "gone", id })),
    next: info?.more_records === true ? String(number + 1) : null,
    at: answer.at,
  };
}
