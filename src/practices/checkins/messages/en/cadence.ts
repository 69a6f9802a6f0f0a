// When a team checks in, and who reads it.
import type { Weekday } from "#src/calendar/local-date";
import { line, said, typed } from "#src/view/line";
import type { Visibility } from "../../model.ts";

const weekdays: Readonly<Record<Weekday, string>> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export const cadence = () => ({
  rhythmTitle: () => line`Check-ins of your teams`,
  rhythmRow: (on: boolean, weekday: Weekday, opens: string, visible: Visibility) =>
    on
      ? line`${weekdays[weekday]} ${opens}, seen by ${visible === "team" ? "the whole team" : "the manager"}`
      : line`off`,
  dailyRow: () => line`daily note asked for`,
  team: (name: string) => line`${said(name)}`,
  change: () => line`Change`,
  noTeams: () =>
    line`There is no team yet that you lead. An admin adds teams in ${typed("setup")}.`,
  rhythmForm: (name: string) => line`Check-ins: ${said(name)}`,
  fieldOn: () => line`Weekly check-in`,
  fieldWeekday: () => line`Day`,
  fieldWeekdayHint: () => line`On a holiday it is the next workday`,
  weekday: (weekday: Weekday) => line`${weekdays[weekday]}`,
  fieldOpens: () => line`Opens at`,
  fieldOpensHint: () => line`On everybody's own clock; due three hours later`,
  time: (time: string) => line`${time}`,
  fieldVisible: () => line`Who reads them`,
  visible: (visible: Visibility) =>
    line`${{ manager: "the direct manager", team: "the whole team" }[visible]}`,
  fieldVisibleHint: () => line`Counts from the next check-in on; the form says so`,
  fieldDaily: () => line`Ask for a daily note`,
  fieldDailyHint: () => line`Everybody may switch it off for themselves`,
  rhythmSees: () => line`Who can see this: everybody in the team, by what the form says`,
  helpRhythm: () => ({
    does: line`Day, hour and readers of your teams' check-ins`,
    usage: "checkin settings",
    example: "checkin settings",
  }),
});

export type CadenceMessages = ReturnType<typeof cadence>;
