// Payloads and values of forms as nobody's card holds them: ids replaced, shapes made up from their schema, and very deep.
import type { Field, Form, FormValues } from "#src/view/form";

export const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Every id in it replaced. */
export function altered(payload: unknown, by: string): unknown {
  if (typeof payload === "string") return uuid.test(payload) ? by : payload;
  if (Array.isArray(payload)) return payload.map((each) => altered(each, by));
  if (typeof payload === "object" && payload !== null)
    return Object.fromEntries(
      Object.entries(payload).map(([name, each]) => [
        name,
        name !== "on" && each === null ? by : altered(each, by),
      ]),
    );
  return payload;
}

export function filled(form: Form, id: string | null): FormValues {
  const value = (field: Field): string | readonly string[] => {
    if ("options" in field) {
      const chosen = id ?? field.options[0]?.value ?? "";
      return field.field === "choices" || field.field === "people" ? [chosen] : chosen;
    }
    if (field.field === "yesNo") return "yes";
    if (field.field === "text" || field.field === "longText")
      return field.initial || "一句话 four words it is";
    return field.initial || { number: "3", amount: "5", date: "2026-12-15" }[field.field];
  };
  return Object.fromEntries(form.fields.map((field) => [field.name, value(field)]));
}

export function deep(levels: number): unknown {
  let value: unknown = {};
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

export function payloadOf(schema: JsonSchema, id: string): unknown {
  const any = schema.anyOf?.find((each) => each.type !== "null") ?? schema.anyOf?.[0];
  if (any) return payloadOf(any, id);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [name, payloadOf(each, id)]),
      );
    case "array":
      return itemsOf(schema).map((each) => payloadOf(each, id));
    case "integer":
    case "number":
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case "boolean":
      return true;
    case "string":
      return textOf(schema, id);
    case undefined:
    default:
      return "2026-11-11";
  }
}

const itemsOf = ({ items, prefixItems }: JsonSchema): readonly JsonSchema[] =>
  prefixItems ?? (items ? [items] : []);

function textOf({ format, pattern = "" }: JsonSchema, id: string): string {
  if (format === "uuid" || pattern === "") return id;
  if (/\\d\{4\}/.test(pattern)) return "2026-11-11";
  return /\\d\{6\}/.test(pattern) ? "123456" : "5";
}

/** All of it there; and of what may be null, each alone and nothing. */
export function payloadsOf(schema: JsonSchema, id: string): readonly unknown[] {
  const whole = payloadOf(schema, id);
  const open = Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
    each.anyOf?.some((one) => one.type === "null") ? [name] : [],
  );
  if (open.length === 0 || typeof whole !== "object" || whole === null) return [whole];
  const only = (kept: string | null): unknown =>
    Object.fromEntries(
      Object.entries(whole).map(([name, each]) => [
        name,
        open.includes(name) && name !== kept ? null : each,
      ]),
    );
  return [whole, only(null), ...open.map(only)];
}
