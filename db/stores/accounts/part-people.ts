// One person who turned out to be two after all: what was the other one's goes back to them, row by row, as `mergePeople` wrote down.
// What was written since stays with who stays, and so does what somebody else got in the meantime.
import { getTableColumns, sql } from "drizzle-orm";
import { execute, type Tx } from "../../client.ts";
import type { Merged, Step } from "./merge-people.ts";
import { atRouting } from "../../organisation.ts";
import { person } from "../../schema/kernel.ts";

export interface Joined extends Merged {
  /** The one who stayed: their row before the joining, and as it made them. */
  readonly before: string;
  readonly after: string;
}

/** A person's row as `Joined` keeps it. */
export async function personText(tx: Tx, organisation: string, id: string): Promise<string> {
  const [row] = await execute<{ text: string }>(
    tx,
    sql`select to_jsonb(p)::text as text from person p where p.organisation_id = ${organisation}::uuid and p.id = ${id}::uuid`,
  );
  if (!row) throw new Error("a person who stays is not there");
  return row.text;
}

/** The row of `kept` must be locked. */
export async function partPeople(
  tx: Tx,
  organisation: string,
  kept: string,
  gone: string,
  joined: Joined,
): Promise<void> {
  await bringBack(tx, organisation, kept, joined);
  for (const step of joined.steps.toReversed()) await undo(tx, step, kept, gone);
  await atRouting(tx, (routing) => partRouting(routing, organisation, kept, gone, joined));
  await settleRights(tx, organisation, [kept, gone]);
}

/** An account may have brought a right then that it brings no more. */
async function settleRights(
  tx: Tx,
  organisation: string,
  people: readonly string[],
): Promise<void> {
  const ids = sql`(select json_array_elements_text(${JSON.stringify(people)}::json)::uuid)`;
  const bringing = await atRouting(tx, (routing) =>
    execute<{ id: string }>(
      routing,
      sql`select distinct person_id as id from chat_identity where organisation_id = ${organisation}::uuid and person_id in ${ids} and admin_by is not null and barred_at is null`,
    ),
  );
  const by = JSON.stringify(bringing.map(({ id }) => id));
  await tx.execute(
    sql`update person set admin = admin and (admin_granted or id in (select json_array_elements_text(${by}::json)::uuid)) where organisation_id = ${organisation}::uuid and id in ${ids}`,
  );
}

/**
 * Both are set up as before. A right that was taken from the two while they were one stays taken; what the one who stays changed since
 * stays changed.
 */
async function bringBack(
  tx: Tx,
  organisation: string,
  kept: string,
  { person: gone, before, after }: Joined,
): Promise<void> {
  const now = await personText(tx, organisation, kept);
  await tx.execute(sql`insert into person select r.* from (select ${gone}::text::jsonb as gone, ${now}::text::jsonb as now) j,
    lateral jsonb_populate_record(null::person, j.gone || jsonb_build_object('admin', (j.gone->>'admin')::boolean and (j.now->>'admin')::boolean, 'assistant', (j.gone->>'assistant')::boolean and (j.now->>'assistant')::boolean,
      'admin_granted', coalesce((j.gone->>'admin_granted')::boolean, (j.gone->>'admin')::boolean) and (j.now->>'admin_granted')::boolean)) r`);
  const columns = Object.values(getTableColumns(person)).map((each) => sql.identifier(each.name));
  const set = sql.join(
    columns.map((each) => sql`${each} = r.${each}`),
    sql`, `,
  );
  // Where the one who stayed has become somebody else since (their own account moved), only the rights the other brought go.
  await tx.execute(sql`with j as (select ${before}::text::jsonb as before, ${after}::text::jsonb as after, ${now}::text::jsonb as now),
      r as (select r.* from j, lateral jsonb_populate_record(null::person, j.now || coalesce((
        select jsonb_object_agg(a.key, j.before->a.key) from jsonb_each(j.after) a
          where j.now->a.key = a.value and (j.now->>'id' = j.before->>'id' or (a.key in ('admin', 'assistant') and not (j.before->>a.key)::boolean))), '{}')) r)
    update person p set ${set} from r where p.organisation_id = ${organisation}::uuid and p.id = ${kept}::uuid`);
}

async function undo(tx: Tx, step: Step, kept: string, gone: string): Promise<void> {
  const table = sql.identifier(step.table);
  const rowsOf = (list: readonly string[]) =>
    sql`json_array_elements_text(${JSON.stringify(list)}::json) as e(text), lateral jsonb_populate_record(null::${table}, e.text::jsonb) as r`;
  switch (step.step) {
    case "removed":
      await tx.execute(
        sql`insert into ${table} overriding system value select r.* from ${rowsOf(step.rows)} on conflict do nothing`,
      );
      return;
    case "told":
      await tx.execute(sql`update rights_told k set told = (e.text::jsonb)->'was', before = null, since = null from json_array_elements_text(${JSON.stringify(step.rows)}::json) as e(text)
        where k.person_id = ((e.text::jsonb)->>'person_id')::uuid and k.told = (e.text::jsonb)->'is'`);
      return;
    case "moved":
    case "added": {
      const column = sql.identifier(step.column);
      const figure = step.step === "added" ? step.figure : null;
      const names = Object.keys(JSON.parse(step.keys[0] ?? "{}") as object).filter(
        (each) => each !== figure,
      );
      const where = sql.join(
        [
          sql`t.${column} = ${kept}::uuid`,
          ...names.map((each) => sql`t.${sql.identifier(each)} = r.${sql.identifier(each)}`),
        ],
        sql` and `,
      );
      const change =
        figure === null
          ? sql`${column} = ${gone}::uuid`
          : sql`${sql.identifier(figure)} = t.${sql.identifier(figure)} - r.${sql.identifier(figure)}`;
      await tx.execute(
        sql`update ${table} t set ${change} from ${rowsOf(step.keys)} where ${where}`,
      );
    }
  }
}

async function partRouting(
  tx: Tx,
  organisation: string,
  kept: string,
  gone: string,
  { accounts, heads, dropped, steps }: Joined,
): Promise<void> {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const among = (ids: readonly string[]) =>
    sql`id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`;
  // A workspace may go under another name since: then the account is found by its own.
  await tx.execute(sql`update chat_identity c set person_id = ${gone}::uuid, last_used_at = coalesce(c.last_used_at, r.last_used_at)
    from json_array_elements_text(${JSON.stringify(accounts)}::json) as e(text), lateral jsonb_populate_record(null::chat_identity, e.text::jsonb) as r
    where c.${own} and c.person_id = ${kept}::uuid and c.platform = r.platform and c."user" = r."user" and (c.workspace = r.workspace
      or not exists (select from chat_identity o where o.person_id = ${kept}::uuid and o.platform = r.platform and o."user" = r."user" and o.workspace = r.workspace))`);
  await tx.execute(
    sql`update outbox_head set destination = ${gone}::uuid where ${own} and destination = ${kept}::uuid and ${among(heads)}`,
  );
  await tx.execute(
    sql`update outbox_head set state = 'waiting', why = null where ${own} and destination = ${gone}::uuid and state = 'dropped' and ${among(dropped)}`,
  );
  // An alarm has the id of its plan, and may have been made anew for the one who stays.
  const plans = steps.flatMap((each) =>
    each.step === "moved" && each.table === "schedule"
      ? each.keys.map((key) => (JSON.parse(key) as { readonly id: string }).id)
      : [],
  );
  await tx.execute(
    sql`update schedule_head set person_id = ${gone}::uuid where ${own} and person_id = ${kept}::uuid and ${among(plans)}`,
  );
}
