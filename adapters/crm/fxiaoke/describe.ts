// Which objects this organisation of Fxiaoke uses, and which of their fields may be read.
import { z } from "zod";
import { CrmTrouble, type CrmField, type CrmObject, type CrmStage } from "#src/ports/crm";
import { shaped } from "../http/shape.ts";
import type { Calls } from "./api.ts";
import { presetOf, presets } from "./objects.ts";

const listed = z.looseObject({
  data: z.looseObject({
    objects: z.array(
      z.looseObject({
        describeApiName: z.string(),
        describeDisplayName: z.string().nullish(),
        isActive: z.boolean().nullish(),
      }),
    ),
  }),
});
const field = z.looseObject({
  type: z.string(),
  label: z.string().nullish(),
  is_active: z.boolean().nullish(),
  time_zone: z.string().nullish(),
  options: z
    .array(
      z.looseObject({
        label: z.string().nullish(),
        // Of yes and no the values are no texts.
        value: z.union([z.string(), z.boolean()]).transform(String),
      }),
    )
    .nullish(),
});
const described = z.looseObject({
  data: z.looseObject({
    describe: z.looseObject({
      display_name: z.string().nullish(),
      fields: z.record(z.string(), field),
    }),
  }),
});

export type Fields = Readonly<Record<string, z.output<typeof field>>>;

export async function describe(calls: Calls): Promise<readonly CrmObject[]> {
  const list = await listObjects(calls);
  const objects: CrmObject[] = [];
  for (const id of Object.keys(presets)) {
    const entry = list.find((each) => each.describeApiName === id);
    const fields = entry === undefined ? null : await readable(readFields(calls, id));
    if (entry === undefined || fields === null) continue;
    objects.push(objectOf(id, entry.describeDisplayName ?? id, entry.isActive !== false, fields));
  }
  return objects;
}

/** What the reading user may not see is nothing that could be chosen. */
async function readable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CrmTrouble && error.says.kind === "not-allowed") return null;
    throw error;
  }
}

export async function listObjects(calls: Calls) {
  const path = "/cgi/crm/v2/object/list";
  const { body } = await calls.ask({ path, body: { includeNull: false }, about: null });
  return shaped(listed, body, path).data.objects;
}

export async function readFields(calls: Calls, object: string): Promise<Fields> {
  const path = "/cgi/crm/v2/object/describe";
  const { body } = await calls.ask({
    path,
    body: { includeDetail: false, data: { apiName: object } },
    about: object,
  });
  return shaped(described, body, path).data.describe.fields;
}

function objectOf(id: string, said: string, active: boolean, fields: Fields): CrmObject {
  const preset = presetOf(id);
  return {
    id,
    said,
    kind: preset.kind,
    active,
    stages: preset.status === null ? [] : stagesOf(fields, preset.status),
    // What is counted or calculated is done while it is shown: a query may give 0 for it.
    amounts: choices(fields, ["currency"], preset.amount),
    days: choices(fields, ["date", "date_time"], preset.day).filter(
      ({ id: name }) => name !== "last_modified_time",
    ),
  };
}

/** Which of them is won nobody knows but the organisation: their values are its own. */
const stagesOf = (fields: Fields, status: string): readonly CrmStage[] =>
  (fields[status]?.options ?? []).map(({ label, value }) => ({
    id: value,
    said: label ?? value,
    pipeline: null,
    outcome: null,
  }));

function choices(
  fields: Fields,
  types: readonly string[],
  proposals: readonly string[],
): readonly CrmField[] {
  const fit = Object.entries(fields).filter(
    ([, { type, is_active }]) => types.includes(type) && is_active !== false,
  );
  const proposed = proposals.find((name) => fit.some(([id]) => id === name));
  return fit.map(([id, { label }]) => ({ id, said: label ?? id, proposed: id === proposed }));
}

/** A chosen field that is not there any more is said before a query would silently leave it out. */
export function requireField(fields: Fields, name: string): void {
  if (fields[name] === undefined) throw new CrmTrouble({ kind: "no-such", which: name });
}

export const labelOf = (fields: Fields, name: string, value: string): string =>
  fields[name]?.options?.find((each) => each.value === value)?.label ?? value;
