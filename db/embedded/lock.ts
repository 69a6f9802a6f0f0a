// One process per folder: two PGlites on one folder corrupt it in silence. The lock is a file published with link(2), which
// either appears whole or fails; it outlives a killed holder, so a dead holder's lock is taken over, by one process at a time.
import {
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnreachable } from "../errors.ts";
import { conditionOf, type Holder, parseHolder, thisProcess } from "./process-identity.ts";

/** Another process holds the folder. The message is for the operator. */
export class FolderTaken extends Error {
  override name = "FolderTaken";
  readonly pid: number;
  readonly folder: string;

  constructor(folder: string, holder: Holder, here: Holder) {
    const where = holder.place.host === here.place.host ? "" : ` on ${holder.place.host}`;
    super(
      `The data folder ${folder} is in use by another Pacer (process ${holder.pid}${where}): ` +
        `stop that one first, or set DATA_DIR to another folder.`,
    );
    this.pid = holder.pid;
    this.folder = folder;
  }
}

export interface FolderLock {
  /** To be asked before anything is written there. Costs nothing within a beat; after one it looks whose the folder is. */
  stillHeld(): void;
  release(): void;
}

export interface LockTiming {
  /** How often a holder shows those who cannot see its process that it lives, and how long they watch; milliseconds. */
  beat: number;
  watch: number;
}

const usual: LockTiming = { beat: 3_000, watch: 10_000 };

/**
 * `lost` is called, and must not come back, where the lock turns out to be another's: this process stood still (a paused container, a
 * suspended machine) until it was taken for dead.
 */
export async function lockFolder(
  folder: string,
  lost: (folder: string) => never,
  timing: LockTiming = usual,
): Promise<FolderLock> {
  const path = join(folder, "pacer.lock");
  const me = thisProcess();
  const draft = `${path}.new-${me.token}`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  const taken: TakenOver = { fromElsewhere: false };
  try {
    const holder = await acquire(path, draft, me, timing, taken);
    if (holder !== null) throw new FolderTaken(folder, holder, me);
  } finally {
    remove(draft);
  }
  sweep(path);

  let seen = moment();
  function look(): void {
    if (isOurs(path, me.token)) touch(path);
    else if (existsSync(folder)) lost(folder); // else it was deleted under us; the next statement will say so better
    seen = moment();
  }
  const beating = setInterval(look, timing.beat);
  beating.unref();
  // Whoever stood still and saw its lock a moment before it went may write for one beat more.
  if (taken.fromElsewhere) await sleep(timing.beat * 1.2);
  return {
    stillHeld() {
      if (hasPassed(seen, timing.beat)) look();
    },
    release() {
      clearInterval(beating);
      if (read(path)?.token === me.token) remove(path);
    },
  };
}

interface TakenOver {
  fromElsewhere: boolean;
}

/** By both clocks: the steady one stands still while the machine sleeps, the other may be set. */
const moment = () => ({ steady: performance.now(), wall: Date.now() });
const hasPassed = (since: ReturnType<typeof moment>, ms: number): boolean =>
  performance.now() - since.steady >= ms || Math.abs(Date.now() - since.wall) >= ms;

function isOurs(path: string, token: string): boolean {
  try {
    return read(path)?.token === token;
  } catch {
    return false; // what nobody can read protects nothing
  }
}

/**
 * Null when the file at `path` is ours, else its living holder. Only whoever acquires `<path>.after-<token of the dead>` may
 * remove a dead holder's file, and only after seeing that it still is that holder's. A token never comes back, so a latecomer
 * sees that there is nothing left to remove. A process that dies while taking over is itself succeeded by the same rule.
 */
async function acquire(
  path: string,
  draft: string,
  me: Holder,
  timing: LockTiming,
  taken: TakenOver,
): Promise<Holder | null> {
  for (;;) {
    if (link(draft, path)) return null;
    const holder = read(path);
    if (holder === null) continue; // released in between
    if (await lives(path, holder, me, timing)) return holder;
    if (conditionOf(holder, me) === "elsewhere") taken.fromElsewhere = true;

    const right = `${path.replace(/\.after-.*/, "")}.after-${holder.token}`;
    if ((await acquire(right, draft, me, timing, taken)) !== null) {
      await sleep(2); // another is taking over this very moment
      continue;
    }
    if (read(path)?.token === holder.token) remove(path);
    remove(right);
  }
}

async function lives(
  path: string,
  holder: Holder,
  me: Holder,
  timing: LockTiming,
): Promise<boolean> {
  const condition = conditionOf(holder, me);
  if (condition !== "elsewhere") return condition === "alive";
  const seen = changedAt(path);
  for (let waited = 0; waited < timing.watch; waited += timing.watch / 20) {
    await sleep(timing.watch / 20);
    if (changedAt(path) !== seen) return read(path)?.token === holder.token;
  }
  return false;
}

function link(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** A file that is there is whole, but may be one of a version that wrote other fields: then nobody may be assumed dead. */
function read(path: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const holder = parseHolder(text);
  if (holder === null)
    throw new DatabaseUnreachable(
      `The lock ${path} cannot be read: make sure no Pacer uses that folder, then delete the file.`,
    );
  return holder;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken over or deleted this very moment; the next look says which.
  }
}

/** Litter of killed processes. A draft of a living contender is young; a right of take-over is void once the lock is ours. */
function sweep(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    const litter = join(folder, name);
    const old = Date.now() - changedAt(litter) > 3_600_000;
    if (old && (litter.startsWith(`${path}.new-`) || litter.startsWith(`${path}.after-`)))
      remove(litter);
  }
}
