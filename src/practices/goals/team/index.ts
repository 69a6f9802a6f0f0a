// The team 团队: for whoever leads somebody.
import { rest } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { showDigest } from "./digest.ts";
import { askedAboutTeam } from "../status/parse-question.ts";
import { teamGoals } from "./show-team.ts";

const { part, command } = practiceOf<GoalMessages, GoalStores>();

export const team = part({
  commands: [
    command({
      name: "goals.team",
      first: 1,
      words: { en: ["team goals"], zh: ["团队目标", "团队进度", "我的团队"] },
      who: "manager",
      looks: true,
      help: (t) => t.helpTeam(),
      args: { words: rest() },
      rewrite: askedAboutTeam,
      handle: teamGoals,
    }),
    command({
      name: "goals.digest",
      words: { en: ["digest", "team report"], zh: ["团队简报", "简报"] },
      who: "manager",
      looks: true,
      aloneInPlaces: true,
      help: (t) => t.helpDigest(),
      handle: showDigest,
    }),
  ],
  actions: [],
  forms: [],
});
