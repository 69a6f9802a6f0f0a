// Buttons of the house itself.
import { z } from "zod";
import { helpGroups } from "./product-guide.ts";
import { snoozes } from "../remind/rules.ts";
import { defineAction } from "#src/view/action";

/** Says a line in the person's name: a chosen name, a "did you mean", a suggestion of the help. */
export const say = defineAction("house.say", 1, z.object({ text: z.string().max(5000) }), true);

/** All that help has of one group; all groups without one. */
export const helpOn = defineAction(
  "house.help-on",
  1,
  z.object({ group: z.enum(helpGroups).nullable() }),
);

/** In which language the bot speaks with the person. */
export const speak = defineAction("house.speak", 1, z.object({ locale: z.enum(["zh", "en"]) }));

/** What a message that nobody asked for said comes again later. */
export const snooze = defineAction(
  "house.snooze",
  1,
  z.object({ delivery: z.uuid(), to: z.enum(snoozes) }),
);
/** Not this kind again, until the person says otherwise. */
export const muteKind = defineAction("house.mute", 1, z.object({ rule: z.string().max(100) }));
export const unmuteKind = defineAction("house.unmute", 1, z.object({ rule: z.string().max(100) }));
/** What comes by itself, and what does not. */
export const showReminders = defineAction("house.reminders", 1, z.object({}));
/** Nothing unasked for a week, or until they say otherwise. */
export const pauseReminders = defineAction(
  "house.pause",
  1,
  z.object({ length: z.enum(["week", "open"]) }),
);
export const resumeReminders = defineAction("house.resume", 1, z.object({}));
/** A delivery that may have arrived or not: an admin decides. */
export const sendAgain = defineAction("house.send-again", 1, z.object({ delivery: z.uuid() }));
export const letGo = defineAction("house.let-go", 1, z.object({ delivery: z.uuid() }));

/** The company is where it was taken to be. */
export const whereIsRight = defineAction("house.where-is-right", 1, z.object({}));

/** A workspace that asks to be let in to the organisation: an admin decides, once. */
export const letInWorkspace = defineAction("house.let-in", 1, z.object({ request: z.uuid() }));
/** Once it is in: whether who installed it there may set things up too. */
export const letInstaller = defineAction(
  "house.let-installer",
  1,
  z.object({
    request: z.uuid(),
    may: z.boolean(),
    account: z.object({ platform: z.string(), workspace: z.string(), user: z.string() }),
  }),
);
export const refuseWorkspace = defineAction("house.refuse", 1, z.object({ request: z.uuid() }));
