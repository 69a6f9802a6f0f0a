// A query of Fxiaoke: its conditions, order and pages, and the rows as they are written. https://developer.fxiaoke.com/openapi_v2/ 根据条件查询 and
// 深翻页文档, as github.com/fxp/skillify 63ae9a1 skills/fxiaoke/references/query-and-paging.md sums them up.
import { record, text, type Answer } from "#test/support/crm/served";
import { done, refuse } from "./refusal.ts";
import type { FxCaller } from "./tokens.ts";
import type { FxField, FxObject, FxRow, FxValue, FxWorld } from "./world.ts";

export interface QueryQuirks {
  /** Three shapes are documented: a list in `data`, a list at the top, one row as `data` itself (where it is one). */
  shape: "list" | "top" | "single";
  /** Whether voided rows are among those of a query. */
  voided: "shown" | "hidden";
  /** What a row says while a change of it waits for approval. */
  changing: "old" | "new";
}

interface Held {
  readonly kept: FxValue;
  readonly empty: boolean;
  readonly wanted: readonly FxValue[];
  readonly first: FxValue;
  readonly second: FxValue;
}

const among = ({ kept, wanted }: Held): boolean => wanted.some((each) => compare(kept, each) === 0);
const between = ({ kept, empty, first, second }: Held): boolean =>
  !empty && compare(kept, first) >= 0 && compare(kept, second) <= 0;
const likes = ({ kept, first }: Held): boolean => String(kept ?? "").includes(String(first));

/** All there are, over the three pages that list them; "not equal" is N, and finds what is empty too. */
const operators: Readonly<Record<string, (held: Held) => boolean>> = {
  EQ: ({ kept, empty, first }) => !empty && compare(kept, first) === 0,
  N: ({ kept, first }) => compare(kept, first) !== 0,
  GT: ({ kept, empty, first }) => !empty && compare(kept, first) > 0,
  GTE: ({ kept, empty, first }) => !empty && compare(kept, first) >= 0,
  LT: ({ kept, empty, first }) => !empty && compare(kept, first) < 0,
  LTE: ({ kept, empty, first }) => !empty && compare(kept, first) <= 0,
  IS: ({ empty }) => empty,
  ISN: ({ empty }) => !empty,
  IN: among,
  NIN: (held) => !among(held),
  HASANYOF: among,
  NHASANYOF: (held) => !among(held),
  CONTAINS: among,
  BETWEEN: between,
  NBETWEEN: (held) => !between(held),
  LIKE: likes,
  NLIKE: (held) => !likes(held),
  STARTWITH: ({ kept, first }) => String(kept ?? "").startsWith(String(first)),
  ENDWITH: ({ kept, first }) => String(kept ?? "").endsWith(String(first)),
};

export function queried(
  body: Readonly<Record<string, unknown>>,
  name: string,
  object: FxObject,
  caller: FxCaller,
  world: FxWorld,
  now: number,
  turn: number,
  quirks: QueryQuirks,
): Answer {
  const data = record(body["data"]);
  const search = readSearch(data["search_query_info"], object);
  if (typeof search === "string")
    return search === "offset" ? refuse(10013) : refuse(32000, search);
  const rows = rowsOf(object, caller, world, now, quirks).filter((row) =>
    search.filters.every((filter) => fits(row, filter, object, world, caller)),
  );
  // Without an order nothing is promised, and here it changes.
  rows.sort((one, other) => {
    for (const { field, up } of search.orders) {
      const said = compare(one[field] ?? null, other[field] ?? null);
      if (said !== 0) return up ? said : -said;
    }
    const byId = one._id < other._id ? -1 : 1;
    return turn % 2 === 1 ? byId : -byId;
  });
  const page = rows
    .slice(search.offset, search.offset + search.limit)
    .map((row) => shown(row, object, search.fields, body["includeNull"] === true, caller, world));
  // "total is 0 with find_explicit_total_num false."
  const counted = data["find_explicit_total_num"] !== false && body["returnTotalNum"] !== 3;
  const list = {
    dataList: page,
    offset: search.offset,
    limit: search.limit,
    total: counted ? rows.length : 0,
  };
  if (quirks.shape === "single" && page.length === 1) return done({ data: page[0] });
  return quirks.shape === "top" ? done(list) : done({ data: { ...list, describeApiName: name } });
}

interface Filter {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}
interface Search {
  readonly filters: readonly Filter[];
  readonly orders: readonly { readonly field: string; readonly up: boolean }[];
  readonly limit: number;
  readonly offset: number;
  readonly fields: readonly string[];
}

/** A sentence, where it is wrong. */
function readSearch(value: unknown, object: FxObject): Search | string {
  if (value === undefined) return "search_query_info is missing";
  const search = record(value);
  const [limit, offset] = [search["limit"], search["offset"]];
  // "At most 100"; what more would do nobody has written down.
  if (typeof limit !== "number" || limit < 1 || limit > 100) return "limit";
  if (typeof offset !== "number" || offset % limit !== 0)
    return "the offset is no multiple of the limit";
  if (offset > 10_000) return "offset";
  if (!Array.isArray(search["filters"])) return "filters is no list";
  const filters: Filter[] = [];
  for (const each of search["filters"].map(record)) {
    const [field, operator, values] = [each["field_name"], each["operator"], each["field_values"]];
    if (!(text(field) === "_id" || text(field) in object.fields)) return `no field ${text(field)}`;
    if (!Object.hasOwn(operators, text(operator))) return `no operator ${text(operator)}`;
    if (!Array.isArray(values) || values.some((one) => typeof one !== "string"))
      return "field_values is no list of strings";
    filters.push({ field: text(field), operator: text(operator), values: values.map(String) });
  }
  const orders = (Array.isArray(search["orders"]) ? search["orders"] : []).map(record);
  if (orders.some((each) => typeof each["fieldName"] !== "string")) return "orders";
  const fields: unknown = search["fieldProjection"] ?? [];
  if (!Array.isArray(fields) || fields.some((each) => typeof each !== "string"))
    return "fieldProjection";
  return {
    filters,
    // isAsc may be a string.
    orders: orders.map((each) => ({
      field: text(each["fieldName"]),
      up: each["isAsc"] === true || each["isAsc"] === "true",
    })),
    limit,
    offset,
    fields: fields.map(String),
  };
}

function rowsOf(
  object: FxObject,
  { user }: FxCaller,
  world: FxWorld,
  now: number,
  quirks: QueryQuirks,
): FxRow[] {
  const rows = new Map(object.rows);
  for (const [id, { was, until }] of object.behind) {
    if (now >= until) object.behind.delete(id);
    else if (was === null) rows.delete(id);
    else rows.set(id, was);
  }
  const owners = world.sees.get(user?.id ?? "");
  return [...rows.values()].flatMap((row) => {
    if (owners !== undefined && !owners.includes(String(row["owner"]))) return [];
    if (row["life_status"] === "invalid" && quirks.voided === "hidden") return [];
    const proposed = quirks.changing === "new" ? object.proposed.get(row._id) : undefined;
    return [proposed === undefined ? row : { ...row, ...proposed, _id: row._id }];
  });
}

const absent = (value: FxValue | undefined): boolean =>
  value === undefined || value === null || value === "";

function fits(
  row: FxRow,
  { field, operator, values }: Filter,
  object: FxObject,
  world: FxWorld,
  caller: FxCaller,
): boolean {
  const kept = row[field] ?? null;
  const type = field === "_id" ? "text" : (object.fields[field]?.type ?? "text");
  const wanted = values.map((value) => wantedOf(value, type, world, caller));
  const [first = null, second = null] = wanted;
  const holds = operators[operator];
  return holds !== undefined && holds({ kept, empty: absent(kept), wanted, first, second });
}

function wantedOf(value: string, type: FxField["type"], world: FxWorld, caller: FxCaller): FxValue {
  if (type === "date" || type === "date_time") return Number(value);
  if (type === "true_or_false") return value === "true";
  if (type === "employee" && caller.style === "body")
    return [...world.users.values()].find(({ fsuid }) => fsuid === value)?.id ?? value;
  return value;
}

function compare(one: FxValue, other: FxValue): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

/** Money and percentages are text, instants ms, an owner a list even of one; what is empty is not there, unless it is asked for. */
function shown(
  row: FxRow,
  object: FxObject,
  fields: readonly string[],
  withNull: boolean,
  caller: FxCaller,
  world: FxWorld,
): Record<string, unknown> {
  const wanted = (name: string): boolean =>
    name === "_id" || fields.length === 0 || fields.includes(name);
  const told: Record<string, unknown> = {};
  for (const name of ["_id", ...Object.keys(object.fields)].filter(wanted)) {
    const value = row[name];
    if (absent(value)) {
      if (withNull) told[name] = null;
      continue;
    }
    const employee = object.fields[name]?.type === "employee";
    told[name] = employee ? [idIn(String(value), caller, world)] : value;
    if (employee && wanted(`${name}__r`))
      told[`${name}__r`] = { name: world.users.get(String(value))?.name ?? "" };
  }
  return told;
}

/** The employee id with the headers, FSUID_… with the old style. */
export const idIn = (id: string, { style }: FxCaller, world: FxWorld): string =>
  style === "headers" ? id : (world.users.get(id)?.fsuid ?? id);
