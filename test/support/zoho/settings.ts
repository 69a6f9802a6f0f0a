// What Zoho tells about an organisation: itself, its people, modules, fields, layouts, pipelines, fiscal year and currencies.
import { text, type Answer, type Asked } from "#test/support/crm/served";
import { refuse } from "./refusal.ts";
import { stamped } from "./select.ts";
import type { ZohoStage, ZohoUser, ZohoWorld } from "./world.ts";

const said = (body: unknown): Answer => ({ status: 200, body });
const nothing: Answer = { status: 204, body: null };

/** https://www.zoho.com/crm/developer/docs/api/v8/get-users.html: ActiveUsers misses who left, AllUsers who was deleted. */
const kinds: Readonly<Record<string, (user: ZohoUser) => boolean>> = {
  AllUsers: ({ status }) => status !== "deleted",
  ActiveUsers: ({ status }) => status === "active",
  ActiveConfirmedUsers: ({ status }) => status === "active",
  ConfirmedUsers: ({ status }) => status !== "deleted",
  NotConfirmedUsers: () => false,
  DeactiveUsers: ({ status }) => status === "disabled",
  DeletedUsers: ({ status }) => status === "deleted",
};

export function usersSaid({ query, headers }: Asked, world: ZohoWorld): Answer {
  const type = query.get("type") ?? "AllUsers";
  const fits = type === "CurrentUser" ? ({ id }: ZohoUser) => id === world.reader : kinds[type];
  if (fits === undefined) return refuse("INVALID_DATA", { param: "type" });
  const page = pageOf(query);
  if (page === null) return refuse("INVALID_DATA", { param: "per_page", limit: 200 });
  if (headers["if-modified-since"] !== undefined) return { status: 304, body: null };
  const all = [...world.users.values()].filter(fits);
  const shown = all.slice(page.from, page.from + page.per);
  if (shown.length === 0) return nothing;
  return said({
    users: shown.map((user) => ({
      id: user.id,
      first_name: user.first_name,
      last_name: user.last_name,
      full_name: [user.first_name, user.last_name].filter((each) => each !== null).join(" "),
      email: user.email,
      mobile: user.mobile,
      status: user.status,
      confirm: true,
      zuid: user.id.slice(-8),
      role: { name: "CEO", id: "554023000000026005" },
      profile: { name: "Standard", id: "554023000000026014" },
      time_zone: world.organisation.time_zone,
      locale: "zh_CN",
    })),
    info: {
      per_page: page.per,
      count: shown.length,
      page: page.number,
      more_records: all.length > page.from + page.per,
    },
  });
}

export function pageOf(
  query: URLSearchParams,
): { readonly number: number; readonly per: number; readonly from: number } | null {
  const [number, per] = [Number(query.get("page") ?? 1), Number(query.get("per_page") ?? 200)];
  if (!Number.isInteger(number) || number < 1) return null;
  return Number.isInteger(per) && per >= 1 && per <= 200
    ? { number, per, from: (number - 1) * per }
    : null;
}

export function settingsSaid(asked: Asked, world: ZohoWorld, now: number): Answer | null {
  switch (asked.path.replace("/crm/v8/", "")) {
    case "org":
      return said({
        org: [
          {
            ...world.organisation,
            currency: world.organisation.iso_code === "CNY" ? "Chinese Yuan" : "Euro",
            currency_symbol: "¥",
            mc_status: true,
            license_details: { paid: true, paid_type: "enterprise", users_license_purchased: 50 },
          },
        ],
      });
    case "settings/modules":
      return said({
        modules: [...world.modules].map(([api_name, { label }], at) => ({
          api_name,
          module_name: api_name,
          singular_label: label,
          plural_label: label,
          api_supported: true,
          viewable: true,
          visible: true,
          status: "visible",
          generated_type: "default",
          id: `5540230000000022${at}`,
        })),
      });
    case "settings/fields":
      return fieldsSaid(asked, world);
    case "settings/layouts":
      return layoutsSaid(asked, world, now);
    case "settings/pipeline":
      return pipelinesSaid(asked, world);
    // "January" in the OAS, "JANUARY" on the page.
    case "settings/fiscal_year":
      return said({
        fiscal_year: {
          start_month: world.fiscalStart,
          display_based_on: "start_month",
          id: "554023000000000181",
        },
      });
    case "org/currencies":
      return said({
        currencies: [
          {
            iso_code: world.organisation.iso_code,
            is_base: true,
            is_active: true,
            exchange_rate: "1.000000000",
            symbol: "¥",
            name: world.organisation.iso_code,
            id: "554023000000064001",
          },
        ],
      });
    default:
      return null;
  }
}

/** https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html: the module is mandatory. */
function fieldsSaid({ query }: Asked, world: ZohoWorld): Answer {
  const name = query.get("module");
  if (name === null) return refuse("REQUIRED_PARAM_MISSING", { param: "module" });
  const module = world.modules.get(name);
  if (module === undefined) return refuse("INVALID_MODULE", { module: name });
  return said({
    fields: module.fields.map((field, at) => ({
      ...field,
      notInQueries: undefined,
      id: `55402300000000${String(2500 + at)}`,
      json_type: jsonType(field.data_type),
      visible: true,
      read_only: field.data_type === "formula",
      custom_field: false,
      view_type: { view: true, edit: true, create: true, quick_create: false },
      ...(field.api_name === "Stage"
        ? { pick_list_values: [...world.stages.values()].map(pickOf) }
        : {}),
    })),
  });
}

function jsonType(type: string): string {
  if (type === "ownerlookup" || type === "lookup") return "jsonobject";
  return type === "currency" || type === "double" || type === "formula" ? "double" : "string";
}

const pickOf = ({ id, display, actual, forecast }: ZohoStage): object => ({
  id,
  display_value: display,
  actual_value: actual,
  reference_value: actual,
  type: "used",
  forecast_type: forecast,
});

/** https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html */
function layoutsSaid({ query }: Asked, world: ZohoWorld, now: number): Answer {
  const name = query.get("module");
  if (name === null) return refuse("REQUIRED_PARAM_MISSING", { param: "module" });
  if (!world.modules.has(name)) return refuse("INVALID_MODULE", { module: name });
  return said({
    layouts: world.layouts.map((layout) => ({
      ...layout,
      display_label: layout.name,
      api_name: layout.name,
      status: "active",
      visible: true,
      created_time: stamped(now, world.organisation.time_zone),
      sections: [],
    })),
  });
}

/** https://www.zoho.com/crm/developer/docs/api/v8/get-pipelines.html: without a layout REQUIRED_PARAM_MISSING, with a wrong one INVALID_DATA. */
function pipelinesSaid({ query }: Asked, world: ZohoWorld): Answer {
  const layout = text(query.get("layout_id"));
  if (layout === "") return refuse("REQUIRED_PARAM_MISSING", { param: "layout_id" });
  if (!world.layouts.some(({ id }) => id === layout))
    return refuse("INVALID_DATA", { param: "layout_id" });
  const pipelines = world.pipelines.filter((each) => each.layout === layout);
  if (pipelines.length === 0) return nothing;
  return said({
    pipeline: pipelines.map((pipeline, at) => ({
      id: pipeline.id,
      display_value: pipeline.display,
      actual_value: pipeline.display,
      default: at === 0,
      maps: pipeline.stages.flatMap((id, sequence) => {
        const stage = world.stages.get(id);
        return stage === undefined
          ? []
          : [
              {
                id: stage.id,
                display_value: stage.display,
                actual_value: stage.actual,
                sequence_number: sequence + 1,
                forecast_type: stage.forecast,
                forecast_category: {
                  name: stage.forecast === "Open" ? "Pipeline" : "Closed",
                  id: "554023000000036933",
                },
              },
            ];
      }),
    })),
  });
}
