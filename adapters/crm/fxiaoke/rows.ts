// Rows as they were changed. By _id and from the last one on, never by offset: that ends at 10,000.
// https://developer.fxiaoke.com/openapi_v2/ 深翻页文档
import { z } from "zod";
import { localDate } from "#src/calendar/local-date";
import {
  CrmTrouble,
  type CrmChoice,
  type CrmPage,
  type CrmRecord,
  type CrmState,
  type CrmTombstone,
  type CrmWhen,
} from "#src/ports/crm";
import { plainDecimal } from "../http/plain-decimal.ts";
import { shaped, shortened } from "../http/shape.ts";
import type { Calls, Heard } from "./api.ts";
import { labelOf, type Fields } from "./describe.ts";
import { presetOf } from "./objects.ts";

const pageRows = 100;

const row = z.looseObject({ _id: z.string().min(1) });
type Row = z.output<typeof row>;
const rows = z.array(row);
/** A list in data, a list at the top, one row as data, or nothing at all: all four are shown in the vendor's pages. */
const inData = z.looseObject({ data: z.looseObject({ dataList: rows }) });
const atTop = z.looseObject({ dataList: rows });
const asData = z.looseObject({ data: rows });
const one = z.looseObject({ data: row });
const pageOnly = z.strictObject({ offset: z.unknown(), limit: z.unknown(), total: z.unknown() });
const none = z.looseObject({ data: z.union([pageOnly.partial(), z.null()]).optional() });

function rowsOf(body: unknown, asked: string): readonly Row[] {
  const list = inData.safeParse(body).data?.data.dataList ?? atTop.safeParse(body).data?.dataList;
  if (list !== undefined) return list;
  const plain = asData.safeParse(body).data?.data;
  if (plain !== undefined) return plain;
  const single = one.safeParse(body).data?.data;
  if (single !== undefined) return [single];
  shaped(none, holdsList(body) ? undefined : body, asked);
  return [];
}

/** A list whose rows are not what they should be is not an empty one. */
const holdsList = (body: unknown): boolean =>
  z.looseObject({ dataList: z.unknown() }).safeParse(body).data?.dataList !== undefined;

interface Filter {
  readonly field_name: string;
  readonly operator: string;
  readonly field_values: readonly string[];
}

const since = (at: Date): Filter => ({
  field_name: "last_modified_time",
  operator: "GTE",
  field_values: [String(at.getTime())],
});

async function query(
  calls: Calls,
  object: string,
  filters: readonly Filter[],
  columns: readonly string[],
  limit: number,
): Promise<Heard & { readonly rows: readonly Row[] }> {
  const path = `/cgi/crm/${object.endsWith("__c") ? "custom/" : ""}v2/data/query`;
  const heard = await calls.ask({
    path,
    body: {
      data: {
        dataObjectApiName: object,
        find_explicit_total_num: false,
        search_query_info: {
          limit,
          offset: 0,
          filters,
          orders: [{ fieldName: "_id", isAsc: true }],
          fieldProjection: columns,
        },
      },
    },
    about: object,
  });
  return { ...heard, rows: rowsOf(heard.body, path) };
}

/** Whether the reading user may read any of it. */
export const mayRead = async (calls: Calls, object: string): Promise<void> =>
  void (await query(calls, object, [], ["_id"], 1));

const behind = (after: string): readonly Filter[] =>
  after === "" ? [] : [{ field_name: "_id", operator: "GT", field_values: [after] }];

export async function readChanged(
  calls: Calls,
  choice: CrmChoice,
  fields: Fields,
  from: Date | null,
  page: string | null,
): Promise<CrmPage<CrmRecord>> {
  const after = page ?? "";
  const filters = [...(from === null ? [] : [since(from)]), ...behind(after)];
  const heard = await query(calls, choice.object, filters, columnsOf(choice, fields), pageRows);
  return {
    rows: heard.rows.map((each) => recordOf(each, choice, fields, heard.at)),
    next: nextOf(heard.rows, after, choice.object),
    at: heard.at,
  };
}

/** Voided rows may be left out of the query above; asked for by their own state they may come. Whether they do, the full check does not rely on. */
export async function readVoided(
  calls: Calls,
  object: string,
  from: Date,
  page: string | null,
): Promise<CrmPage<CrmTombstone>> {
  const after = page ?? "";
  const voided = { field_name: "life_status", operator: "EQ", field_values: ["invalid"] };
  const heard = await query(
    calls,
    object,
    [since(from), voided, ...behind(after)],
    ["_id", "life_status", "is_deleted"],
    pageRows,
  );
  return {
    rows: heard.rows
      .filter((each) => stateOf(each) === "gone")
      .map(({ _id }) => ({ kind: "gone", id: _id })),
    next: nextOf(heard.rows, after, object),
    at: heard.at,
  };
}

function nextOf(found: readonly Row[], after: string, object: string): string | null {
  const last = found.at(-1)?._id;
  if (last === undefined || found.length < pageRows) return null;
  if (last === after)
    throw new CrmTrouble({ kind: "not-understood", which: `${object}: a page that leads nowhere` });
  return last;
}

/** Only what is there: nobody knows what the gateway makes of another. */
function columnsOf(choice: CrmChoice, fields: Fields): readonly string[] {
  const preset = presetOf(choice.object);
  const wanted = [
    choice.amount,
    choice.day,
    preset.status,
    preset.step,
    preset.close,
    preset.stepSince,
    preset.lastActivity,
    "name",
    "owner",
    "mc_currency",
    "probability",
    "create_time",
    "last_modified_time",
    "life_status",
    "is_deleted",
  ].filter((name): name is string => name !== null);
  return [
    "_id",
    ...new Set(wanted.filter((name) => fields[name] !== undefined || always.has(name))),
  ];
}

/** Every object has them, described or not. */
const always = new Set([
  "name",
  "owner",
  "create_time",
  "last_modified_time",
  "life_status",
  "is_deleted",
]);

function recordOf(each: Row, choice: CrmChoice, fields: Fields, at: Date): CrmRecord {
  const preset = presetOf(choice.object);
  const status = preset.status === null ? null : textOf(each[preset.status]);
  const step = preset.step === null ? null : textOf(each[preset.step]);
  const says = {
    id: each._id,
    owner: ownerOf(each["owner"]),
    name: shortened(textOf(each["name"]) ?? ""),
    // No page says where a record is shown.
    link: null,
    state: stateOf(each),
    stage: status,
    stageSaid: saidOf(fields, preset.step, step) ?? saidOf(fields, preset.status, status) ?? "",
    amount: decimalOf(each, choice.amount),
    currency: /^[A-Z]{3}$/.exec(textOf(each["mc_currency"]) ?? "")?.[0] ?? null,
    day: whenOf(each, choice.day, fields),
    modified: instantOf(each, "last_modified_time") ?? at,
  };
  if (preset.kind !== "deal") return { kind: preset.kind, ...says };
  return {
    kind: preset.kind,
    ...says,
    opened: whenOf(each, "create_time", fields),
    close: whenOf(each, preset.close, fields),
    stageSince: whenOf(each, preset.stepSince, fields),
    lastActivity: whenOf(each, preset.lastActivity, fields),
    nextStep: null,
    probability: decimalOf(each, "probability"),
  };
}

const saidOf = (fields: Fields, name: string | null, value: string | null): string | null =>
  name === null || value === null ? null : labelOf(fields, name, value);

/** A list even of one, and nothing where nobody owns it. */
const owners = z.union([z.array(z.string()), z.string().transform((id) => [id])]);
const ownerOf = (value: unknown): string | null =>
  owners.safeParse(value).data?.find((id) => id !== "") ?? null;

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** By the values, whose labels differ by object. A row nobody gave a state stands. */
function stateOf(each: Row): CrmState {
  if (each["is_deleted"] === true || each["is_deleted"] === "true") return "gone";
  switch (textOf(each["life_status"])) {
    case null:
    case "normal":
      return "standing";
    case "in_change":
      return "changing";
    case "invalid":
      return "gone";
    default:
      return "pending";
  }
}

/** Empty fields are not there at all. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

function decimalOf(each: Row, name: string): string | null {
  const value = each[name];
  if (isEmpty(value)) return null;
  const plain = typeof value === "string" ? plainDecimal(value) : null;
  if (plain === null) throw unreadable(name);
  return plain;
}

function instantOf(each: Row, name: string): Date | null {
  const value = each[name];
  if (isEmpty(value)) return null;
  const at = new Date(
    typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : NaN,
  );
  if (Number.isNaN(at.getTime())) throw unreadable(name);
  return at;
}

/** A date is the midnight it begins with, in the zone its field says (China's where it says none); a time is a moment. */
function whenOf(each: Row, name: string | null, fields: Fields): CrmWhen | null {
  const at = name === null ? null : instantOf(each, name);
  if (at === null || name === null) return null;
  const field = fields[name];
  if (field?.type !== "date") return { at };
  const there = new Date(at.getTime() + offsetMs(field.time_zone ?? "GMT+8"));
  return { day: localDate(there.toISOString().slice(0, 10)) };
}

function offsetMs(zone: string): number {
  const [, sign = "+", hours = "8", minutes = "0"] =
    /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const unreadable = (name: string): CrmTrouble =>
  new CrmTrouble({ kind: "not-understood", which: `data/query: ${name} of a row` });
