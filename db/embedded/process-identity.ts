// Who a process is, so that another can tell later whether it still lives: a pid alone is soon somebody else's.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

export interface Holder {
  pid: number;
  /** When the process started, as its system says it; null where it does not. */
  started: string | null;
  /** The boot and the pid namespace the pid belongs to: in another container the same number is another process. */
  place: { boot: string | null; namespace: string | null; host: string };
  token: string;
}

export function thisProcess(): Holder {
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const namespace = attempt(() => readlinkSync("/proc/self/ns/pid"));
  const place = { boot, namespace, host: hostname() };
  return { pid: process.pid, started: startOf(process.pid), place, token: randomUUID() };
}

export function parseHolder(text: string): Holder | null {
  const holder = attempt(() => JSON.parse(text) as Partial<Holder> | null);
  if (
    typeof holder?.pid !== "number" ||
    typeof holder.token !== "string" ||
    typeof holder.place !== "object"
  )
    return null;
  return holder as Holder;
}

/** `elsewhere`: its pid means nothing to us (another container or machine), so only its heartbeat can tell. */
export function conditionOf(holder: Holder, here: Holder): "alive" | "dead" | "elsewhere" {
  const sameHost = holder.place.host === here.place.host;
  if (holder.place.boot !== here.place.boot) return sameHost ? "dead" : "elsewhere"; // restarted since
  if (holder.place.namespace !== here.place.namespace) return "elsewhere";
  if (holder.place.boot === null && !sameHost) return "elsewhere";
  if (!exists(holder.pid)) return "dead";
  const started = startOf(holder.pid);
  if (started === null) return "dead"; // a zombie, or gone between the two questions
  return holder.started === null || started === "unknown" || started === holder.started
    ? "alive"
    : "dead";
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Clock ticks since boot on Linux, a date from ps on macOS, "unknown" where neither answers, null for a zombie or nobody. */
function startOf(pid: number): string | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (stat !== null) {
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? "unknown");
  }
  if (process.platform === "linux") return exists(pid) ? "unknown" : null;
  const ps = attempt(() =>
    execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { LC_ALL: "C" },
    }).trim(),
  );
  if (ps === null || ps === "") return exists(pid) ? "unknown" : null;
  return ps.startsWith("Z") ? null : ps.replace(/^\S+\s+/, "");
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
