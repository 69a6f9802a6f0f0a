// The figures of a daily note, counted by one press and never twice.
import { practiceOf } from "#src/bot/declare/practice";
import { countNoted } from "../actions.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { countNote } from "./count-note.ts";

const { part, press } = practiceOf<GoalMessages, GoalStores>();

export const noted = part({
  commands: [],
  actions: [press(countNoted, "everyone", countNote)],
  forms: [],
});
