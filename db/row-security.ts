// Which organisation may see which row. Every table belongs to an organisation (it has organisation_id) or to routing; the
// migration runner fences the former and refuses a table that is neither, so nobody can forget it. Not in the migration
// files, because a role does not travel with a restored database, and a grant does not follow a changed DATABASE_URL.
import { sql, type SQL } from "drizzle-orm";
import { execute, type Sql } from "./client.ts";
import { constraintOf, MigrationRefused } from "./errors.ts";

/** Tables that hold ids only and are read across organisations, by the owner alone: the role has no grant on them. */
export const routingTables: readonly string[] = [
  "organisation",
  "installation",
  "installation_request",
  "chat_identity",
  "chat_place",
  "inbox_head",
  "outbox_head",
  "schedule_head",
  "pace_bucket",
  "app_token",
  "session_link",
  "process_pulse",
  "backup_event",
];

/** The runner's own table: neither routing nor anybody's. */
export const migrationTable = "pacer_migration";

/** Tables whose rows stay as they were written: the role may add to them and read them, no more. What is over, by its column `at`, housekeeping removes as their owner. */
export const appendOnlyTables: readonly string[] = ["audit_event"];

/** Makes the role inOrganisation switches to, or says in one sentence what a superuser has to run. */
export async function ensureRole(on: Sql): Promise<void> {
  const [user] = await execute<{ name: string; quoted: string }>(
    on,
    sql`select current_user as name, quote_ident(current_user) as quoted`,
  );
  try {
    await on.execute(roleScript);
  } catch (error) {
    const sentence = user && roleRefusals[constraintOf(error) ?? ""]?.(user.name, user.quoted);
    throw sentence ? new MigrationRefused(sentence, { cause: error }) : error;
  }
}

/** What the script could not do, by the constraint it names: an error of the server's leaves db without its words. */
const roleRefusals: Readonly<Record<string, (name: string, quoted: string) => string>> = {
  may_create_roles: (name, quoted) =>
    `The database user ${name} may not create roles: run once as a superuser: create role pacer_app nologin; grant pacer_app to ${quoted};`,
  may_use_pacer_app: (name, quoted) =>
    `The database user ${name} may not use the role pacer_app: run once as a superuser: grant pacer_app to ${quoted};`,
};

// Roles belong to the whole cluster: another Pacer may be creating this one right now. From PostgreSQL 16 on, whoever
// creates a role is its member without being able to switch to it, hence the question for 'set'.
const roleScript = sql`
  do $$
  declare
    switching text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
  begin
    if not exists (select from pg_roles where rolname = 'pacer_app') then
      begin
        create role pacer_app nologin;
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception using message = 'refused', constraint = 'may_create_roles';
      end;
    end if;
    if not pg_has_role(current_user, 'pacer_app', switching) then
      begin
        execute format('grant pacer_app to %I', current_user);
      exception
        when unique_violation then null;
        when insufficient_privilege then
          raise exception using message = 'refused', constraint = 'may_use_pacer_app';
      end;
    end if;
    if not has_schema_privilege('pacer_app', current_schema(), 'usage') then
      execute format('grant usage on schema %I to pacer_app', current_schema());
    end if;
  end $$`;

/** Fences every organisation's table that is not fenced yet; touches (and locks) nothing where all is well. */
export async function fenceTables(
  on: Sql,
  routing: readonly string[] = routingTables,
): Promise<void> {
  const tables = await execute<Table>(on, tablesQuery);
  const stray = tables.filter(
    (table) => !table.owned && !routing.includes(table.name) && table.name !== migrationTable,
  );
  if (stray.length > 0) {
    const names = stray.map((table) => table.name).join(", ");
    throw new MigrationRefused(
      `Every table needs a column organisation_id or a line in routingTables (db/row-security.ts): ${names}.`,
    );
  }
  for (const table of tables) {
    const isTenants = table.owned && !routing.includes(table.name);
    if (isTenants && !table.fenced) await fence(on, table);
    if (!isTenants && (table.granted || table.secured)) await open(on, table.name);
  }
}

interface Table {
  name: string;
  owner: string;
  owned: boolean;
  fenced: boolean;
  granted: boolean;
  secured: boolean;
}

const appendOnly = sql`c.relname in (select json_array_elements_text(${JSON.stringify(appendOnlyTables)}::json))`;

const tablesQuery = sql`
  select c.relname as name, pg_get_userbyid(c.relowner) as owner,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped) as owned,
    c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organisation')
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'dump' and p.polroles = array[c.relowner])
      and has_table_privilege('pacer_app', c.oid, 'select') and has_table_privilege('pacer_app', c.oid, 'insert')
      and case when ${appendOnly} then not has_table_privilege('pacer_app', c.oid, 'update, delete, truncate') and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'old_delete')
        else has_table_privilege('pacer_app', c.oid, 'update') and has_table_privilege('pacer_app', c.oid, 'delete') end as fenced,
    has_table_privilege('pacer_app', c.oid, 'select, insert, update, delete') as granted,
    c.relrowsecurity as secured
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`;

/** In such a transaction the owner of the tables removes what an organisation's append-only tables held before that moment. */
export const beforeSetting = "pacer.before";

/**
 * nullif: after a transaction ended the setting is '' rather than absent, and ''::uuid is an error instead of no rows. Whoever owns the
 * tables reads them all where they say so, for pg_dump: the fence binds an ordinary owner too, and a dump would hold no row. Not the role,
 * whatever it sets.
 */
async function fence(on: Sql, { name, owner }: Table): Promise<void> {
  const table = sql.identifier(name);
  const own = sql`organisation_id = nullif(current_setting('pacer.organisation', true), '')::uuid`;
  await on.execute(sql`alter table ${table} enable row level security`);
  await on.execute(sql`alter table ${table} force row level security`);
  await on.execute(sql`drop policy if exists organisation on ${table}`);
  await on.execute(
    sql`create policy organisation on ${table} to pacer_app using (${own}) with check (${own})`,
  );
  await on.execute(sql`drop policy if exists dump on ${table}`);
  await on.execute(
    sql`create policy dump on ${table} for select to ${sql.identifier(owner)} using (current_setting('pacer.dump', true) = 'on')`,
  );
  if (appendOnlyTables.includes(name)) await letOldRowsGo(on, sql`${table}`, own);
  await on.execute(sql`revoke all on ${table} from pacer_app`);
  await on.execute(
    appendOnlyTables.includes(name)
      ? sql`grant select, insert on ${table} to pacer_app`
      : sql`grant select, insert, update, delete on ${table} to pacer_app`,
  );
}

/** The owner is bound by row-level security as well: it reaches old rows alone. What deletes must see them. */
async function letOldRowsGo(on: Sql, table: SQL, own: SQL): Promise<void> {
  const isOld = sql`${own} and at < nullif(current_setting(${sql.raw(`'${beforeSetting}'`)}, true), '')::timestamptz`;
  for (const verb of ["select", "delete"]) {
    const policy = sql.identifier(`old_${verb}`);
    await on.execute(sql`drop policy if exists ${policy} on ${table}`);
    await on.execute(
      sql`create policy ${policy} on ${table} for ${sql.raw(verb)} using (${isOld})`,
    );
  }
}

/** A routing table, or one that became one: the owner's alone. */
async function open(on: Sql, name: string): Promise<void> {
  const table = sql.identifier(name);
  await on.execute(sql`revoke all on ${table} from pacer_app`);
  await on.execute(sql`alter table ${table} no force row level security`);
  await on.execute(sql`alter table ${table} disable row level security`);
}
