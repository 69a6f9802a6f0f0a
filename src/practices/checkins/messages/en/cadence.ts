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
  rhythmTitle: () => line`Your teams' check-ins`,
  rhythmRow: (on: boolean, weekday: Weekday, opens: string, visible: Visibility) =>
    on
      ? line`${weekdays[weekday]} ${opens}, visible to ${visible === "team" ? "the whole team" : "the manager"}`
      : line`off`,
  dailyRow: () => line`daily note on`,
  team: (name: string) => line`${said(name)}`,
  change: () => line`Change`,
  noTeams: () => line`You don't lead a team yet. An admin can add teams in ${typed("setup")}.`,
  rhythmForm: (name: string) => line`Check-ins: ${said(name)}`,
  fieldOn: () => line`Weekly check-in`,
  fieldWeekday: () => line`Day`,
  fieldWeekdayHint: () => line`If it's a holiday, the next workday`,
  weekday: (weekday: Weekday) => line`${weekdays[weekday]}`,
  fieldOpens: () => line`Opens at`,
  fieldOpensHint: () => line`In everyone's own time zone; due three hours later`,
  time: (time: string) => line`${time}`,
  fieldVisible: () => line`Visible to`,
  visible: (visible: Visibility) =>
    line`${{ manager: "the direct manager", team: "the whole team" }[visible]}`,
  fieldVisibleHint: () => line`Applies from the next check-in; the form says so`,
  fieldDaily: () => line`Daily note as well`,
  fieldDailyHint: () => line`Anyone can turn it off for themselves`,
  rhythmSees: () => line`Visible to everyone in the team; the check-in form says so too`,
  helpRhythm: () => ({
    does: line`Day, time and readers of your teams' check-ins`,
    usage: "checkin settings",
    example: "checkin settings",
  }),
});

export type CadenceMessages = ReturnType<typeof cadence>;
