// A backup written and brought back, on the database of this run: every row, whole or not at all, and nothing said again by itself.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOneMoment, measure } from "#db/backup/dump";
import { lookInto, restoreFile, writeBackup } from "#db/backup/file";
import { heldBack, resume } from "#db/backup/held-back";
import { createBackupLog } from "#db/backup/events";
import { tablesThere, type Restored } from "#db/backup/restore";
import { BackupRefused, type Database, execute } from "#db/client";
import { migrate, migrationState } from "#db/migrate";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createAlarms } from "#db/stores/nudges/due-reminders";
import { scratchDatabase, seededDatabase } from "#test/support/database/database";

const key = randomBytes(32).toString("base64");
const encryptionKey = randomBytes(32).toString("base64");
const folder = mkdtempSync(join(tmpdir(), "pacer-backup-"));
const file = join(folder, "one.backup");
const odd = "带\t制表符\\ 和\n换行";
const later = new Date("2026-12-24T12:00:00Z");

let written: Restored;
beforeAll(async () => {
  const database = await seededDatabase();
  await inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(
      sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at) select organisation_id, '01930000-0000-7000-8000-0000000000aa', 'a', id, 'notice', jsonb_build_object('zh', ${odd}::text), now() from person limit 1`,
    ),
  );
  await inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(
      sql`insert into schedule (organisation_id, id, rule, subject_id, person_id, due_at) select organisation_id, '01930000-0000-7000-8000-0000000000bb', 'x', id, id, '2000-01-01' from person limit 1`,
    ),
  );
  written = await writeBackup(database, file, { key, encryptionKey, version: "0.1.0" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => expect.fail("it was taken"),
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(BackupRefused);
  return (error as Error).message;
};

async function into(database: Database, path = file): Promise<Restored> {
  return restoreFile(database, path, key, { holdBackUntil: later });
}

describe("a backup", () => {
  it("says what it holds, opened with the key it was made with", async () => {
    const { head, manifest } = await lookInto(file, key);
    expect({ head, manifest }).toEqual(written);
    expect(head.encryptionKey).toBe(encryptionKey);
    expect(manifest.tables.find((each) => each.table === "person")?.rows).toBeGreaterThan(3);
    expect(readdirSync(folder)).toEqual(["one.backup"]);
  });

  it("shows nothing of what is in it without the key", () => {
    const raw = readFileSync(file);
    for (const word of ["林晓", "person", encryptionKey, key])
      expect(raw.includes(word)).toBe(false);
  });

  it("is refused under another key, cut anywhere, altered anywhere, or where it is something else", async () => {
    const raw = readFileSync(file);
    const changed = join(folder, "changed.backup");
    const asked = async (bytes: Buffer, under = key): Promise<string> => {
      writeFileSync(changed, bytes);
      return refused(lookInto(changed, under));
    };
    expect(await asked(raw, randomBytes(32).toString("base64"))).toMatch(/another BACKUP_KEY/);
    expect(await asked(Buffer.from("hello"))).toMatch(/no backup/);
    for (const share of [0.1, 0.5, 0.99])
      expect(await asked(raw.subarray(0, Math.floor(raw.length * share)))).toMatch(/middle/);
    expect(await asked(raw.subarray(0, raw.length - 1))).toMatch(/middle/);
    expect(await asked(Buffer.concat([raw, raw.subarray(0, 1)]))).toMatch(/behind the end/);
    for (const share of [0.02, 0.4, 0.999]) {
      const bent = Buffer.from(raw);
      const at = Math.floor(raw.length * share);
      bent[at] = bent[at]! ^ 1;
      expect(await asked(bent)).toMatch(/altered|another BACKUP_KEY/);
    }
    rmSync(changed);
    expect(await refused(lookInto(join(folder, "none"), key))).toMatch(/no file/);
  });
});

describe("brought back", () => {
  let database: Database;
  beforeAll(async () => {
    database = await scratchDatabase();
  });
  afterAll(() => database.close());

  it("leaves an empty database empty where the file turns out to be cut", async () => {
    const raw = readFileSync(file);
    const cut = join(folder, "cut.backup");
    writeFileSync(cut, raw.subarray(0, raw.length - 40));
    expect(await refused(into(database, cut))).toMatch(/middle/);
    rmSync(cut);
    expect(await tablesThere(database)).toBe(0);
  });

  it("holds every row that was there, fenced as before, and a later start has nothing to do", async () => {
    await into(database);
    await migrate(database);
    expect(await migrationState(database)).toMatchObject({ pending: [], unknown: [], changed: [] });
    const changedByRestoring = [
      "outbox_head",
      "schedule",
      "schedule_head",
      "backup_event",
      "inbox_head",
      "outbox",
    ];
    const told = written.manifest.tables.filter((each) => !changedByRestoring.includes(each.table));
    expect(await atOneMoment(database, (tx) => measure(tx, told))).toEqual(told);
    const people = (organisation: string) =>
      inOrganisation(database, organisation, (tx) => execute(tx, sql`select id from person`));
    expect((await people(playgroundOrganisation)).length).toBeGreaterThan(3);
    expect(await people("01930000-0000-7000-8000-000000000009")).toEqual([]);
    const [text] = await inOrganisation(database, playgroundOrganisation, (tx) =>
      execute<{ zh: string }>(tx, sql`select cards->>'zh' as zh from outbox where key = 'a'`),
    );
    expect(text?.zh).toBe(odd);
  });

  it("is refused where something is there already", async () => {
    expect(await refused(into(database))).toMatch(/not empty \(\d+ tables\)/);
  });

  it("says nothing again that waited or was due, until that is wanted", async () => {
    const held = await heldBack(database);
    expect(held.messages).toBeGreaterThan(0);
    expect(held.reminders).toBeGreaterThan(0);
    const waiting = () =>
      execute<{ n: number }>(
        database.db,
        sql`select count(*)::int as n from outbox_head where state = 'waiting'`,
      );
    expect(await waiting()).toEqual([{ n: 0 }]);
    expect(await createAlarms(database).ring(new Date("2000-01-02T00:00:00Z"))).toBe(0);
    expect(await resume(database, "send")).toEqual(held);
    expect(await waiting()).toEqual([{ n: held.messages }]);
    expect(await heldBack(database)).toEqual({ messages: 0, reminders: 0, events: 0 });
    expect(await createAlarms(database).ring(new Date("2000-01-02T00:00:00Z"))).toBe(1);
  });

  it("remembers what was made and proved, and that one turn is one process's", async () => {
    const log = createBackupLog(database);
    expect(await log.state()).toMatchObject({ backedUpAt: null, provedAt: null, failed: [] });
    expect([await log.begin("backup 1", "backup"), await log.begin("backup 1", "backup")]).toEqual([
      true,
      false,
    ]);
    await log.note({ what: "backup", went: true, of: later, says: "a" }, "backup 1");
    await log.note({ what: "proof", went: false, of: null, says: "no room" });
    const state = await log.state();
    expect(state.backedUpAt).toBeInstanceOf(Date);
    expect(state).toMatchObject({ provedAt: null, failed: [{ what: "proof", says: "no room" }] });
    await log.note({ what: "proof", went: true, of: later, says: "a" });
    expect((await log.state()).failed).toEqual([]);
  });
});
