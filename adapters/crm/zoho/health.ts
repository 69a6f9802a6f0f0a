// Whether everything may be read, whose organisation it is and what it says of money and years.
import { z } from "zod";
import { CrmTrouble, type CrmHealth } from "#src/ports/crm";
import { shaped } from "../http/shape.ts";
import { isError, type Asked, type Calls, type ZohoApi } from "./api.ts";
import { coql } from "./coql.ts";
import { modules } from "./modules.ts";
import { readReader } from "./people.ts";

const organisation = z.looseObject({
  org: z.tuple(
    [
      z.looseObject({
        id: z.string(),
        company_name: z.string().nullish(),
        iso_code: z.string().nullish(),
      }),
    ],
    z.unknown(),
  ),
});
const fiscalYear = z.looseObject({
  fiscal_year: z.looseObject({ start_month: z.string().nullish() }).nullish(),
});
const layouts = z.looseObject({ layouts: z.array(z.looseObject({ id: z.string() })) });

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** "JANUARY" and "January" are both answered. */
const monthOf = (name: string | null | undefined): number | null =>
  months.indexOf((name ?? "").toLowerCase()) + 1 || null;

interface Rights {
  readonly list: { readonly which: string; readonly granted: boolean }[];
  /** The answer's body; undefined where the scope is missing. */
  readonly read: (asked: Asked) => Promise<unknown>;
}

function createRights(calls: Calls): Rights {
  const list: Rights["list"] = [];
  return {
    list,
    async read(asked) {
      const answer = await calls.tryTo(asked, ({ code }) =>
        /^(?:OAUTH_SCOPE_MISMATCH|NO_PERMISSION)$/.test(code),
      );
      list.push({ which: asked.scope, granted: !isError(answer) });
      return isError(answer) ? undefined : answer.body;
    },
  };
}

export async function readHealth(calls: Calls, api: ZohoApi): Promise<CrmHealth> {
  const { list, read } = createRights(calls);
  const org = await read({ path: "org", scope: "ZohoCRM.org.READ" });
  const year = await read({
    path: "settings/fiscal_year",
    scope: "ZohoCRM.settings.fiscal_year.READ",
  });
  await readRights(read);
  const user = await readMe(calls, list);
  const missing = list.filter(({ granted }) => !granted).map(({ which }) => which);
  // Without it nobody could tell when the account was switched to another organisation.
  if (org === undefined)
    throw new CrmTrouble({
      kind: "scope-missing",
      which: missing.join(", ") || "ZohoCRM.org.READ",
    });
  const [{ id, company_name, iso_code }] = shaped(organisation, org, "org").org;
  return {
    organisation: { id, name: company_name ?? id },
    user,
    currency: /^[A-Z]{3}$/.test(iso_code ?? "") ? (iso_code ?? null) : null,
    fiscalYearStart:
      year === undefined
        ? null
        : monthOf(shaped(fiscalYear, year, "settings/fiscal_year").fiscal_year?.start_month),
    left: api.left(),
    rights: list,
  };
}

/** The bin is read by the module's scope alone, so a refused query after it is the query's own scope. */
async function readRights(read: Rights["read"]): Promise<void> {
  for (const { name, scope } of modules.filter(({ always }) => always)) {
    await read({ path: `${name}/deleted`, query: { type: "all", per_page: "1" }, scope });
    const select_query = coql({ columns: ["id"], from: name, where: ["id is not null"], limit: 1 });
    await read({ path: "coql", body: { select_query }, scope: "ZohoCRM.coql.READ" });
    await read({
      path: "settings/fields",
      query: { module: name },
      scope: "ZohoCRM.settings.fields.READ",
    });
    const found = await read({
      path: "settings/layouts",
      query: { module: name },
      scope: "ZohoCRM.settings.layouts.READ",
    });
    const layout = found === undefined ? undefined : shaped(layouts, found, "settings/layouts");
    const id = layout?.layouts[0]?.id;
    if (id !== undefined)
      await read({
        path: "settings/pipeline",
        query: { layout_id: id },
        scope: "ZohoCRM.settings.pipeline.READ",
      });
  }
}

async function readMe(calls: Calls, list: Rights["list"]): Promise<CrmHealth["user"]> {
  try {
    const reader = await readReader(calls);
    list.push({ which: "ZohoCRM.users.READ", granted: true });
    return reader === null ? null : { id: reader.id, name: reader.name };
  } catch (error) {
    if (!(error instanceof CrmTrouble) || error.says.kind !== "scope-missing") throw error;
    list.push({ which: error.says.which, granted: false });
    return null;
  }
}
