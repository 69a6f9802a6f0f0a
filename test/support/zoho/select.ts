// What a query of COQL gives: which rows, in which order, in which shape.
// https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html
import type { Answer } from "#test/support/crm/served";
import type { Condition, Query, Value } from "./coql.ts";
import { ZohoRefusal } from "./refusal.ts";
import type { ZohoField, ZohoModule, ZohoRow, ZohoValue, ZohoWorld } from "./world.ts";

export interface SelectQuirks {
  /** Whether a query says a stage's display value or its actual one: nobody has written it down. */
  stages: "display" | "actual";
}

/** Of a user by an owner's column. */
const joined = new Set(["id", "email", "first_name", "last_name"]);

export function select(
  query: Query,
  world: ZohoWorld,
  now: number,
  turn: number,
  quirks: SelectQuirks,
): Answer {
  const module = world.modules.get(query.module);
  if (module === undefined) throw new ZohoRefusal("INVALID_MODULE", { module: query.module });
  const of = (column: string): Reading => readingOf(column, module, world, quirks);
  const test = testOf(query.where, of);
  const readings = query.columns.map(({ column, as }) => ({ as, reading: of(column) }));
  const order = query.order.map(({ column, down }) => ({ reading: of(column), down }));
  const rows = rowsOf(module, world, now).filter(test);
  rows.sort((one, other) => {
    for (const { reading, down } of order) {
      const said = compare(reading.key(one), reading.key(other));
      if (said !== 0) return down ? -said : said;
    }
    // By id where nothing is said (…/COQL-Overview.html); among equals of another order nothing is promised, and here it changes.
    const byId = one.id.length - other.id.length || (one.id < other.id ? -1 : 1);
    return order.length > 0 && turn % 2 === 1 ? -byId : byId;
  });
  const page = rows.slice(query.offset, query.offset + query.limit);
  // Nothing is a 204 without a body (declared in the newer OAS).
  if (page.length === 0) return { status: 204, body: null };
  return {
    status: 200,
    body: {
      data: page.map((row) => {
        const shown = readings.map(({ as, reading }) => [as, reading.shown(row)]);
        return { ...Object.fromEntries(shown), id: row.id };
      }),
      info: { count: page.length, more_records: rows.length > query.offset + page.length },
    },
  };
}

/** As the index has them, and as the reader may see them. */
function rowsOf(module: ZohoModule, world: ZohoWorld, now: number): ZohoRow[] {
  const rows = new Map(module.rows);
  for (const [id, { was, until }] of module.behind) {
    if (now >= until) module.behind.delete(id);
    else if (was === null) rows.delete(id);
    else rows.set(id, was);
  }
  return [...rows.values()].filter(
    ({ Owner }) => world.sees === null || world.sees.includes(String(Owner)),
  );
}

interface Reading {
  readonly field: ZohoField;
  readonly shown: (row: ZohoRow) => unknown;
  /** To compare by; null: empty. */
  readonly key: (row: ZohoRow) => Key;
}
type Key = string | number | bigint | null;

function readingOf(
  column: string,
  module: ZohoModule,
  world: ZohoWorld,
  quirks: SelectQuirks,
): Reading {
  const [name = "", of, ...more] = column.split(".");
  const field = module.fields.find((each) => each.api_name === name);
  const known =
    field !== undefined &&
    field.notInQueries === undefined &&
    more.length === 0 &&
    (of === undefined || (field.data_type === "ownerlookup" && joined.has(of)));
  if (!known)
    throw new ZohoRefusal("INVALID_QUERY", {
      reason: "column given seems to be invalid",
      // coql.json of the OAS: `column` beside it is a place in the line.
      column_name: column,
    });
  const kept = (row: ZohoRow): ZohoValue => row[name] ?? null;
  if (of !== undefined) {
    const user = (row: ZohoRow): Key => {
      const found = world.users.get(String(kept(row)));
      return found === undefined
        ? null
        : (Object.entries(found).find(([key]) => key === of)?.[1] ?? null);
    };
    return { field, shown: user, key: user };
  }
  const shown = (row: ZohoRow): unknown => shownOf(field, kept(row), world, quirks);
  return {
    field,
    shown,
    key: (row) => {
      const value = kept(row);
      if (value === null) return null;
      if (field.data_type === "bigint" || field.data_type === "ownerlookup")
        return BigInt(String(value));
      if (field.data_type === "datetime") return Number(value);
      const said = shown(row);
      return typeof said === "number" ? said : String(said);
    },
  };
}

function shownOf(
  field: ZohoField,
  value: ZohoValue,
  world: ZohoWorld,
  quirks: SelectQuirks,
): unknown {
  if (value === null) return null;
  const { data_type: type, api_name: name } = field;
  if (forms[type][0] === number) return Number(value);
  if (type === "datetime") return stamped(Number(value), world.organisation.time_zone);
  if (type === "lookup") return { name: String(value), id: "554023000000770001" };
  if (type === "ownerlookup") {
    // Since v7 as {name, id}, and the name is the last name alone (our notes, 3.7).
    const user = world.users.get(String(value));
    return { name: user?.last_name ?? "", id: String(value) };
  }
  if (name === "Stage") return world.stages.get(String(value))?.[quirks.stages] ?? value;
  if (name === "Pipeline") return world.pipelines.find(({ id }) => id === value)?.display ?? value;
  return value;
}

/** 2026-11-30T23:59:00+08:00, as Zoho shows every instant: in the organisation's zone. */
export function stamped(at: number, zone: string): string {
  const offset = zoneOffset(at, zone);
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  return `${local}${sign}${hours}:${String(Math.abs(offset) % 60).padStart(2, "0")}`;
}

function zoneOffset(at: number, zone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(
    parts["year"] ?? 0,
    (parts["month"] ?? 1) - 1,
    parts["day"] ?? 1,
    parts["hour"] ?? 0,
    parts["minute"] ?? 0,
    parts["second"] ?? 0,
  );
  return Math.round((local - at) / 60_000);
}

function testOf(condition: Condition, of: (column: string) => Reading): (row: ZohoRow) => boolean {
  if (condition.kind !== "is") {
    const [left, right] = [testOf(condition.left, of), testOf(condition.right, of)];
    return condition.kind === "both"
      ? (row) => left(row) && right(row)
      : (row) => left(row) || right(row);
  }
  const { operator, values, column } = condition;
  const { field, key } = of(column);
  const keys = values.map((value) => keyOf(field, value, column));
  const [first = null, second = null] = keys;
  return (row) => {
    const has = key(row);
    switch (operator) {
      case "is null":
        return has === null;
      case "is not null":
        return has !== null;
      case "in":
        return has !== null && keys.some((each) => compare(has, each) === 0);
      case "not in":
        return !keys.some((each) => compare(has, each) === 0);
      case "between":
        return has !== null && compare(has, first) >= 0 && compare(has, second) <= 0;
      case "like":
      case "not like":
        return has !== null && likes(String(has), String(first)) === (operator === "like");
      case "=":
        return compare(has, first) === 0;
      case "!=":
        return compare(has, first) !== 0;
      default:
        return has !== null && ordered(operator, compare(has, first));
    }
  };
}

function ordered(operator: string, said: number): boolean {
  if (operator === "<") return said < 0;
  if (operator === ">") return said > 0;
  return operator === "<=" ? said <= 0 : said >= 0;
}

function likes(has: string, pattern: string): boolean {
  const [inside, from, to] = [
    pattern.replaceAll("%", ""),
    pattern.endsWith("%"),
    pattern.startsWith("%"),
  ];
  if (from && to) return has.includes(inside);
  if (from) return has.startsWith(inside);
  return to ? has.endsWith(inside) : has === inside;
}

const number = /^-?\d+(?:\.\d+)?$/;
/** How a value of a kind has to look, and whether in quotes: an owner's id is (our notes, 3.7), a record's and a number may be. */
const forms: Readonly<Record<ZohoField["data_type"], readonly [RegExp, "quoted" | "either"]>> = {
  bigint: [/^\d+$/, "either"],
  currency: [number, "either"],
  double: [number, "either"],
  formula: [number, "either"],
  integer: [number, "either"],
  ownerlookup: [/^\d+$/, "quoted"],
  // 2019-07-25T15:26:49+05:30 is the only form that is documented.
  datetime: [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/, "quoted"],
  date: [/^\d{4}-\d\d-\d\d$/, "quoted"],
  lookup: [/^/, "quoted"],
  picklist: [/^/, "quoted"],
  text: [/^/, "quoted"],
};

function keyOf({ data_type: type }: ZohoField, { text, quoted }: Value, column: string): Key {
  if (type === "ownerlookup" && column.includes(".")) return text;
  const [form, where] = forms[type];
  if (!form.test(text) || (where === "quoted" && !quoted))
    throw new ZohoRefusal("INVALID_QUERY", {
      reason: `the ${type} given seems to be invalid`,
      column,
      value: text,
    });
  if (type === "bigint" || type === "ownerlookup") return BigInt(text);
  if (type === "datetime") return Date.parse(text);
  return form === number ? Number(text) : text;
}

/** Empty stands before everything. */
function compare(one: Key, other: Key): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
