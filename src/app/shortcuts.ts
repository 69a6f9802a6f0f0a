// The shortcuts of the bot on platforms that have some: each opens the form a button of ours opens.
import type { Shortcut } from "#adapters/slack/install/shortcuts";
import { askCheckin } from "#src/practices/checkins/actions";
import { askLog } from "#src/practices/goals/actions";
import { askPraise } from "#src/practices/recognition/actions";

export const shortcuts: readonly Shortcut[] = [
  {
    callback: "pacer.log",
    on: "anywhere",
    name: "Log progress",
    description: "Log what came in",
    act: () => askLog({}),
  },
  {
    callback: "pacer.checkin",
    on: "anywhere",
    name: "Check in",
    description: "Your weekly check-in",
    act: () => askCheckin({}),
  },
  {
    callback: "pacer.praise",
    on: "message",
    name: "Praise this",
    description: "Praise whoever wrote this",
    act: (author) => askPraise({ to: author, win: null }),
  },
];
