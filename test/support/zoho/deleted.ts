// The list of what was deleted. https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
import type { Answer, Asked } from "#test/support/crm/served";
import { refuse } from "./refusal.ts";
import { stamped } from "./select.ts";
import { pageOf } from "./settings.ts";
import type { ZohoWorld } from "./world.ts";

const day = 24 * 3_600_000;

export function deletedSaid(asked: Asked, world: ZohoWorld, now: number): Answer {
  const name = asked.path.split("/")[3] ?? "";
  const module = world.modules.get(name);
  if (module === undefined) return refuse("INVALID_MODULE", { module: name });
  const type = asked.query.get("type") ?? "all";
  if (!["all", "recycle", "permanent"].includes(type))
    return refuse("INVALID_DATA", { param: "type" });
  const page = pageOf(asked.query);
  if (page === null) return refuse("INVALID_DATA", { param: "per_page", limit: 200 });
  const since = asked.headers["if-modified-since"];
  // "ISO 8601, 2019-07-25T15:26:49+05:30".
  if (since !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(since))
    return refuse("INVALID_DATA", { header: "If-Modified-Since" });
  // 60 days in the bin, then permanently deleted; 120 days more in this list (our notes, 3.7).
  for (const [id, gone] of module.deleted) {
    if (now - gone.at >= 60 * day) gone.type = "permanent";
    if (now - gone.at >= 180 * day) module.deleted.delete(id);
  }
  const all = [...module.deleted.values()].filter(
    (gone) =>
      (type === "all" || gone.type === type) &&
      (since === undefined || gone.at >= Date.parse(since)),
  );
  const shown = all.slice(page.from, page.from + page.per);
  if (shown.length === 0) return { status: 204, body: null };
  const by = { name: "系统管理员", id: "554023000000100001" };
  return {
    status: 200,
    body: {
      data: shown.map(({ row, at, type: kind }) => ({
        id: row.id,
        display_name: row["Deal_Name"] ?? row["Subject"] ?? null,
        type: kind,
        deleted_by: by,
        created_by: by,
        deleted_time: stamped(at, world.organisation.time_zone),
      })),
      info: {
        per_page: page.per,
        count: shown.length,
        page: page.number,
        more_records: all.length > page.from + page.per,
      },
    },
  };
}
