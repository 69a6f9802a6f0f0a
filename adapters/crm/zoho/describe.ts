// What this organisation of Zoho calls its deals, stages and amounts. Won is what the forecast type of a stage says, never its name.
import { z } from "zod";
import type { CrmField, CrmObject, CrmOutcome, CrmStage } from "#src/ports/crm";
import { shaped } from "../http/shape.ts";
import { isError, type Calls } from "./api.ts";
import { coql } from "./coql.ts";
import { modules, readScope, type Module } from "./modules.ts";

const option = z.looseObject({
  id: z.string().nullish(),
  display_value: z.string(),
  actual_value: z.string().nullish(),
  forecast_type: z.string().nullish(),
});
const field = z.looseObject({
  api_name: z.string(),
  data_type: z.string(),
  display_label: z.string().nullish(),
  field_label: z.string().nullish(),
  visible: z.boolean().nullish(),
  pick_list_values: z.array(option).nullish(),
});
const fieldList = z.looseObject({ fields: z.array(field).nullish() });
const layouts = z.looseObject({ layouts: z.array(z.looseObject({ id: z.string() })).nullish() });
const pipelines = z.looseObject({
  pipeline: z
    .array(
      z.looseObject({
        display_value: z.string(),
        actual_value: z.string().nullish(),
        maps: z.array(option).nullish(),
      }),
    )
    .nullish(),
});
const found = z.looseObject({ data: z.array(z.unknown()).nullish() });

type Option = z.output<typeof option>;
type Field = z.output<typeof field>;

/** A stage as a row may name it: by what is shown or by what is behind it, which of the two no page says. */
export interface KnownStage extends CrmStage {
  readonly names: readonly string[];
  /** What a row may call the pipeline it is in. */
  readonly pipelines: readonly string[];
}

export async function describe(calls: Calls): Promise<readonly CrmObject[]> {
  const objects: CrmObject[] = [];
  for (const module of modules) {
    const object = await describeModule(calls, module);
    if (object !== null) objects.push(object);
  }
  return objects;
}

async function describeModule(calls: Calls, module: Module): Promise<CrmObject | null> {
  const fields = await readFields(calls, module);
  if (fields === null) return null;
  return {
    id: module.name,
    said: module.said,
    kind: module.kind,
    active: await isUsed(calls, module),
    stages: (await stagesOf(calls, module, fields)).map(
      ({ names: _names, pipelines: _pipelines, ...stage }) => stage,
    ),
    amounts: choices(fields, ["currency"], module.amount),
    days: choices(fields, ["date", "datetime"], module.day).filter(({ id }) => !technical.has(id)),
  };
}

/** They move with whatever is done to a record; and one that is described, but that no query takes. */
const technical = new Set([
  "Modified_Time",
  "Last_Activity_Time",
  "Change_Log_Time__s",
  "Stage_Modified_Time",
]);

/** Where there is no such module, or this edition has it not, null. */
async function readFields(calls: Calls, module: Module): Promise<readonly Field[] | null> {
  const asked = {
    path: "settings/fields",
    query: { module: module.name },
    scope: "ZohoCRM.settings.fields.READ",
  };
  const answer = module.always ? await calls.ask(asked) : await calls.tryTo(asked, isAbsent);
  if (isError(answer) || answer.body === undefined) return null;
  return shaped(fieldList, answer.body, asked.path).fields ?? [];
}

/** A layout has pipelines of its own, and they are only to be had by its id. */
async function readLayouts(calls: Calls, module: Module): Promise<readonly string[]> {
  const asked = {
    path: "settings/layouts",
    query: { module: module.name },
    scope: "ZohoCRM.settings.layouts.READ",
  };
  const answer = await calls.ask(asked);
  if (answer.body === undefined) return [];
  return (shaped(layouts, answer.body, asked.path).layouts ?? []).map(({ id }) => id);
}

const isAbsent = ({ code }: { readonly code: string }): boolean =>
  /^(?:INVALID_MODULE|INVALIDMODULE|INVALID_DATA|NO_PERMISSION|NOT_SUPPORTED|FEATURE_NOT_SUPPORTED)/i.test(
    code.replaceAll(" ", "_"),
  );

/** Whether there is one record the reading user sees. */
async function isUsed(calls: Calls, module: Module): Promise<boolean> {
  const asked = {
    path: "coql",
    body: {
      select_query: coql({
        columns: ["id"],
        from: module.name,
        where: ["id is not null"],
        limit: 1,
      }),
    },
    scope: readScope(module),
  };
  const answer = module.always
    ? await calls.ask(asked)
    : await calls.tryTo(asked, (error) => error.code === "OAUTH_SCOPE_MISMATCH" || isAbsent(error));
  if (isError(answer) || answer.body === undefined) return false;
  return (shaped(found, answer.body, asked.path).data ?? []).length > 0;
}

/** The stages rows of a module may be in, for whoever reads rows. */
export async function readStages(calls: Calls, module: Module): Promise<readonly KnownStage[]> {
  return await stagesOf(calls, module, (await readFields(calls, module)) ?? []);
}

async function stagesOf(
  calls: Calls,
  module: Module,
  fields: readonly Field[],
): Promise<readonly KnownStage[]> {
  const stages: KnownStage[] = [];
  if (module.pipelines)
    for (const layout of await readLayouts(calls, module))
      stages.push(...(await pipelineStages(calls, layout)));
  // Of an edition without pipelines, and stages no pipeline has any more: the field's own options.
  const loose = fields
    .filter(({ api_name }) => api_name === module.stage)
    .flatMap((each) => each.pick_list_values ?? [])
    .map((each) => stageOf(each, null, []));
  const known = new Set<string>();
  return [...stages, ...loose].filter(({ id, pipeline }) => {
    const key = `${id}\n${pipeline ?? ""}`;
    const isNew = !known.has(key) && !(pipeline === null && known.has(id));
    known.add(key).add(id);
    return isNew;
  });
}

async function pipelineStages(calls: Calls, layout: string): Promise<readonly KnownStage[]> {
  const asked = {
    path: "settings/pipeline",
    query: { layout_id: layout },
    scope: "ZohoCRM.settings.pipeline.READ",
  };
  const answer = await calls.tryTo(asked, ({ code }) => /NOT_SUPPORTED|NOT_ENABLED/.test(code));
  if (isError(answer) || answer.body === undefined) return [];
  return (shaped(pipelines, answer.body, asked.path).pipeline ?? []).flatMap((pipeline) =>
    (pipeline.maps ?? []).map((each) =>
      stageOf(each, pipeline.display_value, [
        pipeline.display_value,
        ...(pipeline.actual_value ? [pipeline.actual_value] : []),
      ]),
    ),
  );
}

const stageOf = (
  { id, display_value, actual_value, forecast_type }: Option,
  pipeline: string | null,
  pipelineNames: readonly string[],
): KnownStage => ({
  id: id ?? actual_value ?? display_value,
  said: display_value,
  pipeline,
  outcome: outcomeOf(forecast_type ?? ""),
  names: [display_value, ...(actual_value ? [actual_value] : [])],
  pipelines: pipelineNames,
});

/** "Open", "Closed Won", "Closed Lost": Zoho's own three, in whatever case. */
function outcomeOf(type: string): CrmOutcome | null {
  switch (type.toLowerCase().replaceAll(/[\s_-]/g, "")) {
    case "open":
      return "open";
    case "closedwon":
      return "won";
    case "closedlost":
      return "lost";
    default:
      return null;
  }
}

function choices(
  fields: readonly Field[],
  types: readonly string[],
  proposed: string,
): readonly CrmField[] {
  return fields
    .filter(({ data_type }) => types.includes(data_type))
    .map(({ api_name, display_label, field_label }) => ({
      id: api_name,
      said: display_label ?? field_label ?? api_name,
      proposed: api_name === proposed,
    }));
}
