// Progress as it is written down: one statement locks the goals, and gives each entry its place in the order of all.
import { toText } from "#src/language/decimal";
import type { Entry } from "#src/practices/goals/model";
import type { Statement } from "../rows.ts";

/**
 * A goal that takes no entries any more gives no id, which the column refuses: what it was when it was read has changed since, so the act
 * is done again (`again` in errors.ts). The places are given behind the locks, so that they are in the order of the commits.
 */
const append = `with goals as (select g.id from goal g where g.organisation_id = $1::uuid and g.id in (select (r->>'goalId')::uuid from json_array_elements($2::json) r) and g.state in ('active', 'proposed') order by g.id for update)
  insert into "goal_entry" (organisation_id, id, goal_id, kind, value, "of", "on", note, source, by_id, at, batch_id, replaces_id, counts_as)
    select $1::uuid, r.id, g.id, r.kind, r.value, r."of", r."on", r.note, r.source, r."byId", r.at, r."batchId", r."replacesId", r."countsAs"
    from json_to_recordset($2::json) as r(n int, id uuid, "goalId" uuid, kind text, value numeric, "of" numeric, "on" date, note text, source text, "byId" uuid, at timestamptz, "batchId" uuid, "replacesId" uuid, "countsAs" bigint)
    left join goals g on g.id = r."goalId" order by r.n`;

export function appendEntries(organisationId: string, added: readonly Entry[]): Statement {
  const rows = added.map((each, n) => ({ ...each, n, value: toText(each.value), of: each.of ? toText(each.of) : null }));
  return { text: append, parameters: [organisationId, JSON.stringify(rows)] };
}
