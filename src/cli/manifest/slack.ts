// The Slack app's manifest, from the settings and the practices' own words.
import { manifestOf } from "#adapters/slack/install/manifest";
import { shortcuts } from "#src/app/shortcuts";
import type { Config } from "#src/config";
import { practices } from "#src/practices/index";

export interface ManifestAsked {
  readonly command: string;
  readonly name?: string | undefined;
  readonly socket: boolean;
  readonly org: boolean;
  readonly "no-history": boolean;
}

/** What a rep types most, first. */
const daily = ["log", "goals", "checkin", "praise", "undo", "history"];

/** Throws a sentence that says what to change where Slack would not take it. */
export function slackManifest(
  { command, name, socket, org, "no-history": withoutHistory }: ManifestAsked,
  config: Config,
) {
  if (!/^\/[a-z0-9_-]{1,31}$/.test(command))
    throw new Error(
      `--command ${command} is none Slack takes: a slash and at most 31 small letters, digits, - and _.`,
    );
  const url = config.PUBLIC_URL;
  if (!socket && url !== undefined && !url.startsWith("https:"))
    throw new Error(
      `PUBLIC_URL ${url} does not begin with https: Slack reaches no other; use --socket to do without.`,
    );
  const all = practices.flatMap((practice) => practice.commands.map((each) => each.words.en[0]));
  const verbs = [
    ...daily.filter((each) => all.includes(each)),
    ...all.filter((each) => !daily.includes(each)),
  ];
  return manifestOf({
    name: name ?? config.BOT_NAME_EN,
    command,
    publicUrl: socket ? null : (url ?? null),
    orgWide: org,
    history: !withoutHistory,
    shortcuts,
    verbs,
  });
}
