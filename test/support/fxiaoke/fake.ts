// A Fxiaoke 纷享销客 of our own on loopback. It answers HTTP 200 whatever is wrong, refuses what Fxiaoke refuses, and whatever would write; each rule
// names its page. Independent of adapters/.
import {
  parsed,
  record,
  serve,
  text,
  type Answer,
  type Asked,
  type Served,
} from "#test/support/crm/served";
import { fxLimits, type FxLimits } from "./limits.ts";
import { idIn, queried, type QueryQuirks } from "./query.ts";
import { done, refuse } from "./refusal.ts";
import { fxTokens, tokenPaths, type FxCaller, type FxTokens } from "./tokens.ts";
import { fxHands, fxWorld, type FxHands, type FxObject, type FxWorld } from "./world.ts";

interface FxQuirks extends QueryQuirks {
  /** With which code two token calls at once are refused: nobody has written it down. */
  tokenTwice: number;
}

export interface FakeFxiaoke {
  readonly open: Served;
  readonly tokens: FxTokens;
  readonly limits: FxLimits;
  readonly hands: FxHands;
  readonly quirks: FxQuirks;
  /** Another one is another enterprise: what the app was moved to. */
  world: FxWorld;
  /** Objects the reading employee may not list. */
  readonly forbidden: Set<string>;
  skewMs: number;
  writes(): Asked[];
  refused(): string[];
  close(): Promise<void>;
}

/** Everything that reads; whatever else is asked for below /cgi would write, or do something. */
const reading = [
  "/cgi/crm/v2/data/query",
  "/cgi/crm/custom/v2/data/query",
  "/cgi/crm/custom/v2/data/findSimple",
  "/cgi/crm/v2/object/list",
  "/cgi/crm/v2/object/describe",
  "/cgi/user/list",
  "/cgi/user/getByMobile",
];

/** github.com/fxp/skillify 63ae9a1 skills/fxiaoke/references/crm-preset-objects.md and org-directory.md. */
const writing =
  /^\/cgi\/crm\/(?:custom\/)?v2\/data\/(?:create|update|invalid|bulkInvalid|delete|recover|changeOwner|choose|return|remove)$|^\/cgi\/crm\/v2\/object\/(?:un)?lock$|^\/cgi\/crm\/team\/(?:add|edit|delete)$|^\/cgi\/crm\/v2\/special\/|generatorFileUploadCredential$|^\/cgi\/message\//;

export async function startFakeFxiaoke(options: {
  readonly now: () => number;
}): Promise<FakeFxiaoke> {
  const clock = (): number => options.now() + fake.skewMs;
  const quirks: FxQuirks = { shape: "list", voided: "shown", changing: "old", tokenTwice: 14001 };
  const tokens = fxTokens(clock, () => fake.world, quirks);
  const limits = fxLimits(clock);
  let queries = 0;

  function answer(asked: Asked, going: readonly Asked[]): Answer {
    const body = parsed(asked.text);
    // A path that is none is 10006 too, with HTTP 200 (our notes, 3.7).
    const known = tokenPaths.includes(asked.path) || reading.includes(asked.path);
    if (!known && !writing.test(asked.path))
      return refuse(10006, "the parameter path is missing or illegal");
    if (asked.method !== "POST" || body === null) return refuse(32000);
    // The white list stands in the app's settings; with which code it refuses nobody has written down.
    if (!tokens.app.welcome) return refuse(15003, "ip 127.0.0.1 不在白名单内");
    if (tokenPaths.includes(asked.path)) return tokens.take(asked, body, going);
    const caller = tokens.callerOf(asked, body);
    if ("status" in caller) return caller;
    const limited = limits.take(asked);
    if (limited !== null) return limited;
    // "CRM 接口查询权限设置": the app was given nothing that writes.
    if (writing.test(asked.path)) return refuse(15003);
    return read(asked, body, caller);
  }

  function read(asked: Asked, body: Readonly<Record<string, unknown>>, caller: FxCaller): Answer {
    switch (asked.path) {
      case "/cgi/user/list":
        return people(body, caller);
      case "/cgi/user/getByMobile":
        return byMobile(body, caller);
      case "/cgi/crm/v2/object/list":
        return objects();
      case "/cgi/crm/v2/object/describe":
        return described(body);
      default:
        return rows(asked, body, caller);
    }
  }

  /** `departmentId` at the top and not in `data`; 999999 is the whole enterprise, and without `fetchChild` nobody is directly in it. */
  function people(body: Readonly<Record<string, unknown>>, caller: FxCaller): Answer {
    const department = body["departmentId"];
    if (typeof department !== "number") return refuse(11009);
    const all = department === 999999 && body["fetchChild"] === true;
    const shown = all || department === 1001 ? [...fake.world.users.values()] : [];
    return done({
      userList: shown.map((user) => ({
        openUserId: idIn(user.id, caller, fake.world),
        name: user.name,
        nickName: user.name,
        isStop: user.isStop,
        email: user.email,
        mobile: user.mobile,
        employeeNumber: user.employeeNumber,
        departmentIds: [1001],
        ...(body["showDepartmentIdsDetail"] === true ? { mainDepartmentId: 1001 } : {}),
      })),
    });
  }

  /** Of the old documentation: always FSUID_…. */
  function byMobile(body: Readonly<Record<string, unknown>>, caller: FxCaller): Answer {
    const mobile = text(body["mobile"]);
    if (mobile === "") return refuse(32000);
    const found = [...fake.world.users.values()].filter(
      (user) => user.mobile.replace(/^\+86-/, "") === mobile.replace(/^\+86-?/, ""),
    );
    return done({
      empList: found.map((user) => ({
        openUserId: caller.style === "headers" ? user.id : user.fsuid,
        name: user.name,
        departmentIds: [1001],
        status: user.isStop ? "1" : "0",
      })),
    });
  }

  const objects = (): Answer =>
    done({
      data: {
        objects: [...fake.world.objects].map(([name, { label, isActive }]) => ({
          describeApiName: name,
          describeDisplayName: label,
          defineType: name.endsWith("__c") ? "custom" : "package",
          isActive,
        })),
      },
    });

  /** `includeDetail` stands at the top in their example. */
  function described(body: Readonly<Record<string, unknown>>): Answer {
    const name = text(record(body["data"])["apiName"]);
    const object = fake.world.objects.get(name);
    if (object === undefined) return refuse(32000, `object ${name} is not found`);
    if (typeof body["includeDetail"] !== "boolean") return refuse(32000, "includeDetail");
    if (fake.forbidden.has(name)) return refuse(20014, `没有${object.label}权限`);
    return done({
      data: {
        describe: {
          api_name: name,
          display_name: object.label,
          is_active: object.isActive,
          fields: Object.fromEntries(
            Object.entries(object.fields).map(([field, says]) => [
              field,
              {
                api_name: field,
                is_active: true,
                is_required: false,
                define_type: field.endsWith("__c") ? "custom" : "package",
                ...(says.type === "currency" ? { decimal_places: 2, currency_unit: "￥" } : {}),
                ...says,
              },
            ]),
          ),
        },
      },
    });
  }

  function rows(asked: Asked, body: Readonly<Record<string, unknown>>, caller: FxCaller): Answer {
    const data = record(body["data"]);
    const name = text(data["dataObjectApiName"] ?? data["apiName"]);
    const object: FxObject | undefined = fake.world.objects.get(name);
    if (object === undefined) return refuse(32000, `object ${name} is not found`);
    // Objects of the enterprise's own have a path of their own.
    const simple = asked.path.endsWith("findSimple");
    if (!simple && name.endsWith("__c") !== asked.path.includes("/custom/"))
      return refuse(32000, "this object is not queried here");
    if (fake.forbidden.has(name)) return refuse(20014, `没有${object.label}查看列表权限`);
    queries += 1;
    const plain = simple ? { ...object, rows: uncomputed(object) } : object;
    return queried(body, name, plain, caller, fake.world, clock(), queries, quirks);
  }

  const fake: FakeFxiaoke = {
    open: await serve({ clock, answer }),
    tokens,
    limits,
    hands: fxHands(() => fake.world, clock),
    quirks,
    world: fxWorld(),
    forbidden: new Set(),
    skewMs: 0,
    writes: () =>
      fake.open.asked.filter(({ path }) => !tokenPaths.includes(path) && !reading.includes(path)),
    refused: () => fake.open.asked.flatMap(({ refused }) => refused ?? []),
    close: () => fake.open.close(),
  };
  return fake;
}

/** findSimple computes nothing: what is counted together is "0" there (our notes, 3.7). */
const uncomputed = (object: FxObject): FxObject["rows"] =>
  new Map(
    [...object.rows].map(([id, row]) => [
      id,
      Object.assign(
        { ...row },
        ...Object.entries(object.fields).map(([field, { type }]) =>
          ["count", "formula"].includes(type) ? { [field]: "0" } : {},
        ),
      ) as typeof row,
    ]),
  );
