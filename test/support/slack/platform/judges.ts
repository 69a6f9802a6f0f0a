// A Slack of our own: the two methods that judge without posting. Rules: docs.slack.dev/reference/methods/blocks.validate ("No scopes
// required", "Provide exactly one of blocks, view, or message", an errors array of pointer, code, message) and …/apps.manifest.validate
// (an app configuration token; an errors array of message and pointer). Names and lengths: docs.slack.dev/reference/app-manifest.
import { refusalOfBlocks, refusalOfView } from "./blocks.ts";
import { refuse, type Args } from "./workspace.ts";

/** Whoever has it may judge manifests: api.slack.com/authentication/config-tokens. */
export const configurationToken = "xoxe.xoxp-1-a-configuration-token";

const thing = (value: unknown): Args =>
  typeof value === "object" && value !== null ? (value as Args) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === "string" ? value : "");

export function judgeBlocks(args: Args): object {
  const given = ["blocks", "view", "message"].filter((each) => args[each] !== undefined);
  const [which] = given;
  if (given.length !== 1) return refuse("invalid_arguments");
  const wrong =
    which === "view"
      ? refusalOfView(thing(args["view"]))
      : refusalOfBlocks(
          which === "message" ? thing(args["message"])["blocks"] : args["blocks"],
          "message",
        );
  if (wrong === null) return { ok: true };
  return {
    ok: false,
    error: `invalid_${which}`,
    errors: [{ code: "failed_constraint", pointer: "", message: wrong }],
  };
}

export function judgeManifest(token: string, args: Args): object {
  if (token === "") return refuse("not_authed");
  if (!token.startsWith("xoxe.xoxp-")) return refuse("not_allowed_token_type");
  if (token !== configurationToken) return refuse("invalid_auth");
  const problems = problemsOfManifest(thing(args["manifest"]));
  return problems.length === 0
    ? { ok: true, errors: [] }
    : {
        ok: false,
        error: "invalid_manifest",
        errors: problems.map(([pointer, message]) => ({ pointer, message })),
      };
}

type Problem = readonly [pointer: string, message: string];

function problemsOfManifest(manifest: Args): readonly Problem[] {
  const about = thing(manifest["display_information"]);
  const settings = thing(manifest["settings"]);
  const features = thing(manifest["features"]);
  const events = thing(settings["event_subscriptions"]);
  const interactive = thing(settings["interactivity"]);
  const socket = settings["socket_mode_enabled"] === true;
  const problems: Problem[] = [];
  const hold = (isWrong: boolean, pointer: string, message: string): void => {
    if (isWrong) problems.push([pointer, message]);
  };
  const name = words(about["name"]);
  hold(name === "" || name.length > 35, "/display_information/name", "1 to 35 characters");
  hold(
    words(about["description"]).length > 140,
    "/display_information/description",
    "at most 140 characters",
  );
  // The two sentences of the method's own page.
  hold(
    !socket && list(events["bot_events"]).length > 0 && words(events["request_url"]) === "",
    "/settings/event_subscriptions",
    "Event Subscription requires either Request URL or Socket Mode Enabled",
  );
  hold(
    !socket && interactive["is_enabled"] === true && words(interactive["request_url"]) === "",
    "/settings/interactivity",
    "Interactivity requires a Request URL",
  );
  const shortcuts = list(features["shortcuts"]).map(thing);
  hold(shortcuts.length > 10, "/features/shortcuts", "at most 10");
  for (const [i, each] of shortcuts.entries())
    hold(
      words(each["name"]).length > 24 || words(each["description"]).length > 150,
      `/features/shortcuts/${i}`,
      "a name of at most 24 characters, a description of at most 150",
    );
  for (const [i, each] of list(features["slash_commands"]).map(thing).entries())
    hold(
      !/^\/[^\s/]{1,31}$/.test(words(each["command"])) ||
        words(each["description"]).length > 2000 ||
        words(each["usage_hint"]).length > 1000,
      `/features/slash_commands/${i}`,
      "a slash and at most 31 characters, a description of at most 2000, a hint of at most 1000",
    );
  return problems;
}
