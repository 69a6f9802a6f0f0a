// Progress as it is written down: one statement locks the goals, and gives each entry its place in the order of all.
import { toText } from "#src/language/decimal";
import type { Entry } from "#src/practices/goals/model";
import type { Statement } from "../../rows.ts";

const into = `insert into "goal_entry" (organisation_id, goal_id, id, kind, value, "of", "on", note, source, by_id, at, batch_id, replaces_id, counts_as)`;
const open = "state in ('active', 'proposed')";

// A goal that takes no entries any more gives no id, which the column refuses: what it was when it was read has changed since, so the act
// is done again (`again` in errors.ts). The places are given to joined rows, behind the locks: in the order of the commits.

/** Nearly every log: without a list to be read and sorted, which costs PGlite as much as the rest. */
const one = `with locked as (select id from goal where organisation_id = $1::uuid and id = $2::uuid and ${open} for update)
  ${into} select $1::uuid, locked.id, $3::uuid, $4, $5::numeric, $6::numeric, $7::date, $8, $9, $10::uuid, $11::timestamptz, $12::uuid, $13::uuid, $14::bigint from (select) entry left join locked on true`;

const several = `with locked as (select id from goal where organisation_id = $1::uuid and id in (select (r->>'goalId')::uuid from json_array_elements($2::json) r) and ${open} order by id for update)
  ${into} select $1::uuid, locked.id, r.id, r.kind, r.value, r."of", r."on", r.note, r.source, r."byId", r.at, r."batchId", r."replacesId", r."countsAs"
    from json_to_recordset($2::json) as r(n int, id uuid, "goalId" uuid, kind text, value numeric, "of" numeric, "on" date, note text, source text, "byId" uuid, at timestamptz, "batchId" uuid, "replacesId" uuid, "countsAs" bigint)
    left join locked on locked.id = r."goalId" order by r.n`;

export function appendEntries(organisationId: string, added: readonly Entry[]): Statement {
  const rows = added.map((each, n) => ({
    ...each,
    n,
    value: toText(each.value),
    of: each.of ? toText(each.of) : null,
    at: each.at.toISOString(),
    countsAs: each.countsAs ?? null,
  }));
  const [first] = rows;
  if (rows.length !== 1 || !first)
    return { text: several, parameters: [organisationId, JSON.stringify(rows)] };
  const { goalId, id, kind, value, of, on, note, source, byId, at, batchId, replacesId, countsAs } =
    first;
  return {
    text: one,
    parameters: [
      organisationId,
      goalId,
      id,
      kind,
      value,
      of,
      on,
      note,
      source,
      byId,
      at,
      batchId,
      replacesId,
      countsAs,
    ],
  };
}
