// Holidays 假期: whose days are free, the organisation's own days, and the list of a year that is not known yet.
import { rest } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import type { HolidayStores } from "./context.ts";
import { en, type HolidayMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { askForYear } from "./nudges.ts";
import {
  askForDays,
  confirmPressed,
  daysSaid,
  forgetDaysPressed,
  keepDaysPressed,
  removalSaid,
  saveDaysForm,
  showHolidays,
} from "./own-days.ts";
import { samples } from "./samples.ts";

const { practice, command, press, submit } = practiceOf<HolidayMessages, HolidayStores>();

export const holidays = practice({
  name: "holidays",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { holidays: true, people: true },
  needs: [],
  commands: [
    command({
      name: "holidays.show",
      words: { en: ["holidays", "days off"], zh: ["假期", "节假日", "放假安排"] },
      help: (t) => t.help(),
      looks: true,
      aloneInPlaces: true,
      handle: showHolidays,
    }),
    command({
      name: "holidays.add",
      words: { en: ["holiday add", "add holiday", "holidays add"], zh: ["放假", "加假日"] },
      who: "admin",
      help: (t) => t.helpAdd(),
      args: { line: rest() },
      aloneInPlaces: true,
      handle: ({ line }, context) => daysSaid(line, "holiday", context),
    }),
    command({
      name: "holidays.work",
      words: {
        en: ["workday add", "add workday", "workdays add"],
        zh: ["调休上班", "加调休", "补班"],
      },
      who: "admin",
      help: (t) => t.helpWork(),
      args: { line: rest() },
      aloneInPlaces: true,
      handle: ({ line }, context) => daysSaid(line, "workday", context),
    }),
    command({
      name: "holidays.remove",
      words: {
        en: ["holiday remove", "remove holiday", "workday remove", "remove workday"],
        zh: ["删假日", "取消放假", "删调休"],
      },
      who: "admin",
      help: (t) => t.helpRemove(),
      args: { line: rest() },
      aloneInPlaces: true,
      handle: ({ line }, context) => removalSaid(line, context),
    }),
  ],
  actions: [
    press(act.showHolidays, "everyone", showHolidays),
    press(act.askDays, "admin", askForDays),
    press(act.keepDays, "admin", keepDaysPressed),
    press(act.forgetDays, "admin", forgetDaysPressed),
    press(act.confirmYear, "admin", confirmPressed),
  ],
  forms: [submit(act.saveDays, "admin", saveDaysForm)],
  home: [],
  upkeep: [],
  nudges: [askForYear],
  samples,
});
