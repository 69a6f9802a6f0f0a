// Tokens that were sealed with another ENCRYPTION_KEY: what the start, /readyz and doctor say of them.
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { countUnopenedTokens } from "#db/stores/installations/access-tokens";
import { hasSlack, type Config } from "#src/config";
import { ill, odd, well, type Finding } from "#src/cli/doctor/finding";
import { createChance } from "../system.ts";

/** Workspaces whose token this key does not open, of how many. */
export interface SealedTokens {
  readonly workspaces: readonly string[];
  readonly of: number;
}

const none: SealedTokens = { workspaces: [], of: 0 };

/**
 * Only of platforms whose tokens cannot be had again without somebody's doing: what is kept for Lark is fetched, pushed or sealed anew by
 * itself, and what is left of a platform that is not configured any more is nobody's loss.
 */
export async function unopenedTokens(config: Config, database: Database): Promise<SealedTokens> {
  if (config.ENCRYPTION_KEY === undefined || !hasSlack(config)) return none;
  return await createInstallations(
    database,
    createSecrets([config.ENCRYPTION_KEY]),
    createChance(),
  ).unopened("slack");
}

/** Null where all is well. */
export function sealedSentence({ workspaces, of }: SealedTokens): string | null {
  if (workspaces.length === 0) return null;
  const opened = of - workspaces.length;
  return `ENCRYPTION_KEY opens the tokens of ${opened} ${opened === 1 ? "workspace" : "workspaces"} of ${of}: put back the key that sealed the others, or install the app there anew; what is for them waits (a key that is lost: npm run doctor -- --forget-sealed)`;
}

/** For whoever lost the key for good. */
export async function forgetSealed(config: Config, database: Database): Promise<string> {
  if (config.ENCRYPTION_KEY === undefined || !hasSlack(config)) return "Nothing is sealed here.";
  const gone = await createInstallations(
    database,
    createSecrets([config.ENCRYPTION_KEY]),
    createChance(),
  ).letGoUnopened("slack", "its token was sealed with a key that was lost");
  return gone.length === 0
    ? "ENCRYPTION_KEY opens all of them."
    : `Forgotten: ${gone.map((each) => `slack ${each}`).join(", ")}. What is for them waits until the app is installed there anew.`;
}

export async function examineSealed(config: Config, database: Database): Promise<Finding[]> {
  if (config.ENCRYPTION_KEY === undefined) return [];
  const tokens = await unopenedTokens(config, database);
  const wrong = sealedSentence(tokens);
  const secrets = createSecrets([config.ENCRYPTION_KEY]);
  const again = await countUnopenedTokens(database, secrets);
  const lark = await createInstallations(database, secrets, createChance()).unopened("lark");
  return [
    ...(lark.workspaces.length === 0
      ? []
      : [
          odd(
            "ENCRYPTION_KEY",
            `${lark.workspaces.length} of ${lark.of} installations on Lark were sealed with another key: npm start seals them anew, nothing is missed`,
          ),
        ]),
    ...(wrong === null
      ? []
      : [
          ill(
            "ENCRYPTION_KEY",
            `${wrong} (${tokens.workspaces.map((each) => `slack ${each}`).join(", ")})`,
          ),
        ]),
    ...(wrong === null && tokens.of > 0
      ? [well("ENCRYPTION_KEY", `opens what is sealed (${tokens.of})`)]
      : []),
    ...(again > 0
      ? [
          odd(
            "ENCRYPTION_KEY",
            `${again} app ${again === 1 ? "token was" : "tokens were"} sealed with another key and ${again === 1 ? "is" : "are"} had again by the running bot`,
          ),
        ]
      : []),
  ];
}
