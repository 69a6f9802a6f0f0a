// What docs/running.md tells whoever keeps the machine: its service is fenced in as it says, and its commands exist.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "#db/package-root";

const page = readFileSync(join(packageRoot(), "docs", "running.md"), "utf8");
const unit = /```ini\n([\s\S]+?)```/.exec(page)?.[1] ?? "";
const scripts = Object.keys(
  (
    JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    }
  ).scripts,
);

describe("the service of docs/running.md", () => {
  it.each([
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "ReadWritePaths=/srv/pacer/data",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
    "RestrictNamespaces=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallFilter=@system-service",
    "UMask=0077",
    "User=pacer",
  ])("says %s", (line) => {
    expect(unit.split("\n")).toContain(line);
  });

  it("lets Node compile while it runs", () => {
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute/m);
  });

  it("starts what the build makes, from where it stands, and may write where the data are unless told", () => {
    const [, folder] = /^WorkingDirectory=(\S+)$/m.exec(unit) ?? [];
    const [, main] = /^ExecStart=\/usr\/bin\/node src\/run\.mjs (\S+)$/m.exec(unit) ?? [];
    expect(existsSync(join(packageRoot(), `${main}`))).toBe(true);
    expect(unit).toContain(`ReadWritePaths=${folder}/data\n`);
    expect(unit).not.toMatch(/^ExecStartPre/m);
  });

  const analyses = spawnSync("systemd-analyze", ["--version"]).status === 0;
  it.skipIf(!analyses)("is taken by systemd, which finds little to be gained by it", () => {
    const folder = mkdtempSync(join(tmpdir(), "pacer-unit-"));
    const file = join(folder, "pacer.service");
    writeFileSync(file, unit.replace("/usr/bin/node", process.execPath));
    const verified = spawnSync("systemd-analyze", ["verify", "--man=no", file], {
      encoding: "utf8",
    });
    // What it says of other units of this machine is theirs.
    expect(verified.stderr.split("\n").filter((line) => line.includes("pacer.service"))).toEqual(
      [],
    );
    // From 0, nothing, to 10; in tenths.
    const rated = spawnSync(
      "systemd-analyze",
      ["security", "--offline=true", "--threshold=25", file],
      { encoding: "utf8" },
    );
    expect([rated.status, /Overall exposure level.*/.exec(rated.stdout)?.[0]]).toEqual([
      0,
      expect.stringContaining("OK"),
    ]);
    rmSync(folder, { recursive: true });
  });
});

it("names no command that does not exist", () => {
  const named = [...page.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((each) => each[1]!);
  expect(named).toEqual(expect.arrayContaining(["organisation", "doctor"]));
  expect(named.filter((each) => !scripts.includes(each))).toEqual([]);
});
