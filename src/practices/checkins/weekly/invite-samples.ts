// The week's invitation as the gallery shows it: with goals, without any, and in a year whose holidays nobody knows yet.
import type { Sample } from "#src/bot/declare/practice";
import type { RunningGoal } from "#src/practices/goals/api";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { Priority } from "../model.ts";
import { inviteCard } from "./checkin-card.ts";

export const inviteSamples = (
  running: RunningGoal,
  carried: readonly Priority[],
  dueAt: Date,
): readonly Sample<CheckinMessages>[] => [
  {
    name: "invitation",
    view: (t) =>
      inviteCard(
        [running],
        carried,
        { dueAt, openYear: null },
        "begins",
        t.sees("manager", "周岚"),
        t,
      ),
  },
  {
    name: "invitation in a year whose holidays are not known",
    view: (t) =>
      inviteCard([], [], { dueAt, openYear: 2027 }, "goes on", t.sees("team", "周岚"), t),
  },
  {
    name: "invitation without goals",
    view: (t) => inviteCard([], [], null, "ends", t.sees("team", "周岚"), t),
  },
];
