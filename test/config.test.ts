// Settings as an operator meets them: what may be set is written down, and what is set wrongly is said in one sentence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "#db/package-root";
import { larkApps, readConfig, SettingWrong, variables } from "#src/config";

const example = readFileSync(join(packageRoot(), ".env.example"), "utf8");
const named = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);

function complaint(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingWrong);
    return (error as Error).message;
  }
  return expect.fail(`${JSON.stringify(environment)} was accepted`);
}

describe(".env.example", () => {
  it("names every variable that is read, and no other but the tests' own", () => {
    expect(named.toSorted()).toEqual([...variables, "TEST_DATABASE_URL"].toSorted());
  });

  it("says what each one means on the line above it", () => {
    const lines = example.split("\n");
    const bare = lines.filter(
      (line, i) => /^[A-Z]/.test(line) && !/^(?:# \S|[A-Z])/.test(lines[i - 1] ?? ""),
    );
    expect(bare).toEqual([]);
  });

  it("can be used as it is", () => {
    const values = Object.fromEntries(
      [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
    );
    expect(readConfig(values)).toEqual(readConfig({}));
  });
});

describe("a setting", () => {
  it("has a default when absent or empty", () => {
    const defaults = {
      DATA_DIR: "./data",
      HOST: "127.0.0.1",
      PLAYGROUND: "on",
      BOT_NAME_EN: "Pacer",
      BOT_NAME_ZH: "领跑",
      LOG_LEVEL: "info",
    };
    expect(readConfig({})).toMatchObject(defaults);
    expect(readConfig(Object.fromEntries(variables.map((name) => [name, ""])))).toMatchObject(
      defaults,
    );
    expect(readConfig({}).PORT).toBeUndefined();
  });

  it("is read as what it is", () => {
    const read = readConfig({
      PORT: "8080",
      DATABASE_URL: "postgresql://pacer@db/pacer",
      PUBLIC_URL: "https://pacer.example.com",
      LOG_LEVEL: "debug",
    });
    expect(read).toMatchObject({
      PORT: 8080,
      DATABASE_URL: "postgresql://pacer@db/pacer",
      PUBLIC_URL: "https://pacer.example.com",
      LOG_LEVEL: "debug",
    });
    expect(readConfig({ PORT: "0" }).PORT).toBe(0);
  });

  it.each([
    ["DATABASE_URL", "mysql://root:hunter2@db/pacer"],
    ["PORT", "three thousand"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PUBLIC_URL", "not an address"],
    ["PUBLIC_URL", "pacer.example.com:8080"],
    ["PUBLIC_URL", "ftp://pacer.example.com"],
    ["PLAYGROUND", "maybe"],
    ["BOT_NAME_EN", "x".repeat(36)],
    ["BOT_NAME_ZH", "跑".repeat(36)],
    ["LOG_LEVEL", "loud"],
    ["LARK_APP_ID", "a1b2c3d4e5f60718"],
    ["LARK_APP_SECRET", "short"],
    ["LARK_2_DOMAIN", "open.feishu.cn"],
    ["LARK_EVENTS", "polling"],
    ["LARK_2_APP_TYPE", "isv"],
  ])("that is wrong is named in one line that says what it must be: %s=%s", (name, value) => {
    const said = complaint({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} (?:must|is) [^\\n]+\\.env\\.example[^\\n]*\\.$`));
    expect(said).not.toContain(value);
    expect(variables.filter((each) => said.includes(each))).toEqual([name]);
  });

  it("PLAYGROUND=off is refused when there is no chat platform, since nobody could reach the bot", () => {
    expect(complaint({ PLAYGROUND: "off" })).toMatch(
      /^PLAYGROUND is off and no chat platform is configured[^\n]*\.$/,
    );
  });
});

describe("Slack by a link", () => {
  const app = {
    SLACK_CLIENT_ID: "1.2",
    SLACK_CLIENT_SECRET: "a client secret of 16",
    SLACK_STATE_SECRET: "a state secret of 16",
    SLACK_SIGNING_SECRET: "a signing secret of 16",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  };

  it("to one organisation is refused unless it is said which workspaces may", () => {
    expect(complaint(app)).toMatch(/^SLACK_WORKSPACES is missing: [^\n]+\.$/);
    expect(readConfig({ ...app, SLACK_WORKSPACES: " T0ABC, E0DEF " }).SLACK_WORKSPACES).toEqual([
      "T0ABC",
      "E0DEF",
    ]);
    expect(readConfig({ ...app, ORGANISATIONS: "many" }).SLACK_WORKSPACES).toEqual([]);
    expect(complaint({ ...app, SLACK_WORKSPACES: "acme.slack.com" })).toMatch(
      /^SLACK_WORKSPACES must be ids of workspaces/,
    );
  });
});

describe("Lark", () => {
  const app = {
    LARK_APP_ID: "cli_a1b2c3d4e5f60718",
    LARK_APP_SECRET: "a secret of an app",
    ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
  };
  const keys = { LARK_ENCRYPT_KEY: "key", LARK_VERIFICATION_TOKEN: "token" };

  it("is on when an app id and its secret are there, over the long connection on Feishu, and the playground is off beside it", () => {
    const config = readConfig(app);
    expect(larkApps(config)).toMatchObject([{ name: "LARK", domain: "feishu", events: "socket" }]);
    expect(config.PLAYGROUND).toBe("off");
    expect(larkApps(readConfig({}))).toEqual([]);
  });

  it("uses the webhook with an encrypt key, on the other cloud, and when asked to", () => {
    expect(larkApps(readConfig({ ...app, ...keys }))).toMatchObject([{ events: "webhook" }]);
    expect(larkApps(readConfig({ ...app, ...keys, LARK_DOMAIN: "lark" }))).toMatchObject([
      { domain: "lark", events: "webhook" },
    ]);
    expect(larkApps(readConfig({ ...app, ...keys, LARK_EVENTS: "socket" }))).toMatchObject([
      { events: "socket" },
    ]);
  });

  it("may be two apps at once", () => {
    const second = {
      LARK_2_APP_ID: "cli_ffffffffffffffff",
      LARK_2_APP_SECRET: "another secret of one",
      LARK_2_DOMAIN: "lark",
      LARK_2_EVENTS: "socket",
    };
    expect(
      larkApps(readConfig({ ...app, ...second })).map((each) => `${each.name} ${each.domain}`),
    ).toEqual(["LARK feishu", "LARK_2 lark"]);
  });

  it("knows its two clouds by their addresses too, so that one cloud has one name", () => {
    const domains = [
      "https://open.feishu.cn/",
      "https://open.larkoffice.com",
      "HTTPS://open.larksuite.com",
      "https://lark.example.com",
    ];
    expect(
      domains.map(
        (LARK_DOMAIN) => larkApps(readConfig({ ...app, ...keys, LARK_DOMAIN }))[0]!.domain,
      ),
    ).toEqual(["feishu", "feishu", "lark", "https://lark.example.com"]);
  });

  it("may be of the store: over the webhook, each company an organisation of its own", () => {
    const store = { ...app, ...keys, LARK_APP_TYPE: "store", ORGANISATIONS: "many" };
    expect(larkApps(readConfig(store))).toMatchObject([{ type: "store", events: "webhook" }]);
    expect(complaint({ ...store, LARK_ENCRYPT_KEY: "" })).toMatch(/^LARK_ENCRYPT_KEY is missing/);
    expect(complaint({ ...store, LARK_EVENTS: "socket" })).toMatch(
      /^LARK_EVENTS=socket is for self-built apps alone: [^\n]+\.$/,
    );
    expect(complaint({ ...store, ORGANISATIONS: "one" })).toMatch(
      /^ORGANISATIONS=many is missing: [^\n]+\.$/,
    );
    const second = {
      LARK_2_APP_ID: "cli_ffffffffffffffff",
      LARK_2_APP_SECRET: "another secret of one",
      LARK_2_ENCRYPT_KEY: "k",
      LARK_2_VERIFICATION_TOKEN: "t",
      LARK_2_DOMAIN: "lark",
      LARK_2_APP_TYPE: "store",
    };
    expect(complaint({ ...app, ...second })).toMatch(
      /^ORGANISATIONS=many is missing: [^\n]+LARK_2_APP_TYPE=store[^\n]+\.$/,
    );
  });

  it("refuses the same app of the same cloud twice", () => {
    const again = { LARK_2_APP_ID: app.LARK_APP_ID, LARK_2_APP_SECRET: app.LARK_APP_SECRET };
    expect(() => readConfig({ ...app, ...again, LARK_2_DOMAIN: "https://open.feishu.cn" })).toThrow(
      /^LARK_2_APP_ID is the app of LARK_APP_ID again/,
    );
    expect(
      larkApps(readConfig({ ...app, ...again, LARK_2_DOMAIN: "lark", LARK_2_EVENTS: "socket" })),
    ).toHaveLength(2);
  });

  it.each([
    [{ LARK_APP_SECRET: undefined }, "LARK_APP_SECRET"],
    [{ LARK_APP_ID: undefined }, "LARK_APP_ID"],
    [{ LARK_DOMAIN: "lark" }, "LARK_ENCRYPT_KEY"],
    [{ LARK_EVENTS: "webhook", LARK_ENCRYPT_KEY: "key" }, "LARK_VERIFICATION_TOKEN"],
    [{ ENCRYPTION_KEY: undefined }, "ENCRYPTION_KEY"],
  ])("with %j says that %s is missing", (change, name) => {
    expect(complaint({ ...app, ...change } as Record<string, string>)).toMatch(
      new RegExp(`^${name} is missing: [^\\n]+\\.$`),
    );
  });
});
