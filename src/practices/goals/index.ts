// Goals 目标: set them, agree on them, report progress, and see in time where they stand. Each part is a folder; its index reads like a page
// of the manual.
import { joined, practiceOf } from "#src/bot/declare/practice";
import { atHand } from "#src/practices/help/api";
import { agree } from "./agree/index.ts";
import type { GoalStores } from "./context.ts";
import { define } from "./define/index.ts";
import { history } from "./history/index.ts";
import { sayMessageChanged } from "./history/message-changed.ts";
import { goalsAtHand } from "./log/ask-for-log.ts";
import { log } from "./log/index.ts";
import { en, type GoalMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { noting } from "./api.ts";
import { noted } from "./noted/index.ts";
import { noteParts } from "./noted/note-parts.ts";
import { readNote } from "./noted/read-note.ts";
import { nudges } from "./nudges.ts";
import { samples } from "./samples/index.ts";
import { split } from "./split/index.ts";
import { status } from "./status/index.ts";
import { disputesAtHome } from "./team/asked.ts";
import { homeTeam } from "./team/show-team.ts";
import { team } from "./team/index.ts";
import { homeGoals } from "./status/show-goals.ts";
import { askedAnew } from "./turnover/ask-anew.ts";
import { countedGoals } from "./turnover/counted.ts";
import { leavers, leaversAtHome } from "./turnover/handover.ts";
import { turnover } from "./turnover/index.ts";
import { closeEnded, periodTurn } from "./turnover/period-turn.ts";

const { practice, contributes } = practiceOf<GoalMessages, GoalStores>();

export const goals = practice({
  name: "goals",
  group: "goals",
  switched: "always on",
  messages: { en, zh },
  stores: { audit: true, goals: true, nudges: true, people: true, setup: true },
  needs: ["help", "setup"],
  ...joined(log, noted, history, define, status, team, agree, split, turnover),
  home: [
    { rank: 5, who: "everyone", say: periodTurn },
    { rank: 8, who: "everyone", say: leaversAtHome },
    { rank: 2, who: "everyone", say: disputesAtHome },
    { rank: 3, who: "manager", ofTeam: true, say: homeTeam },
    { rank: 10, who: "everyone", say: homeGoals },
  ],
  contributions: [
    contributes(atHand, (_what, context) => goalsAtHand(context)),
    contributes(noting, async ({ text, on }, context) => {
      const read = await readNote(text, on, context);
      return [{ ...noteParts(read, on, context.t), onlyFigures: read.onlyFigures }];
    }),
  ],
  upkeep: [closeEnded, leavers, askedAnew, countedGoals],
  nudges,
  messageChanged: sayMessageChanged,
  samples,
});
