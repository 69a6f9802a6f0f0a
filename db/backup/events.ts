// What is remembered of backups: when one was made and proved last, and whether that went well.
import { sql } from "drizzle-orm";
import { execute, only, send, type Database } from "../client.ts";

export interface BackupEvent {
  readonly what: "backup" | "proof";
  readonly went: boolean;
  /** The moment whose rows it holds; null where it did not come to that. */
  readonly of: Date | null;
  /** The file's name, or why it went wrong. */
  readonly says: string;
}

export interface BackupState {
  /** When the last good one was made and proved; null: never. */
  readonly backedUpAt: Date | null;
  readonly provedAt: Date | null;
  /** Since the last good one of its kind. */
  readonly failed: readonly { readonly what: "backup" | "proof"; readonly says: string }[];
  /** When the first was tried. */
  readonly since: Date | null;
}

/** Whoever began and said nothing for so long died of it. */
const brokenAfter = "6 hours";

export interface BackupLog {
  /** False where somebody else has this turn. */
  begin(turn: string, what: BackupEvent["what"]): Promise<boolean>;
  /** Ends that turn, or notes what was done out of turn. */
  note(event: BackupEvent, turn?: string): Promise<void>;
  state(): Promise<BackupState>;
}

export function createBackupLog(database: Database): BackupLog {
  return {
    async begin(turn, what) {
      const begun = await send(
        database.db,
        `insert into backup_event as e (id, what, begun_at) values ($1, $2, clock_timestamp())
          on conflict (id) do update set begun_at = clock_timestamp() where e.ended_at is null and e.begun_at < clock_timestamp() - '${brokenAfter}'::interval returning id`,
        [turn, what],
      );
      return begun.length > 0;
    },
    async note({ what, went, of, says }, turn) {
      await send(
        database.db,
        `insert into backup_event (id, what, begun_at, ended_at, went, "of", says) values (coalesce($1, $2::text || ' ' || gen_random_uuid()::text), $2, clock_timestamp(), clock_timestamp(), $3, $4::timestamptz, $5)
          on conflict (id) do update set ended_at = excluded.ended_at, went = excluded.went, "of" = excluded."of", says = excluded.says`,
        [turn ?? null, what, went, of?.toISOString() ?? null, says],
      );
    },
    async state() {
      const { backed, proved, since } = only(
        await execute<{ backed: Date | null; proved: Date | null; since: Date | null }>(
          database.db,
          sql`select max(ended_at) filter (where what = 'backup' and went) as backed, max(ended_at) filter (where what = 'proof' and went) as proved,
            min(begun_at) filter (where what <> 'restore') as since from backup_event`,
        ),
      );
      const failed = await execute<BackupState["failed"][number]>(
        database.db,
        sql`select distinct on (what) what, says from backup_event e where not went
          and not exists (select from backup_event g where g.what = e.what and g.went and g.ended_at > e.ended_at) order by what, ended_at desc`,
      );
      return { backedUpAt: backed, provedAt: proved, since, failed };
    },
  };
}
