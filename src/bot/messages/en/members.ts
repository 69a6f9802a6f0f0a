// What newcomers are asked and told: their language, setting up, and rights that ended.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const members = (f: Formatter) => ({
  defaultTeam: (): string => "Sales",
  whichLanguage: (): Line => line`Shall I speak English or Chinese with you? 跟你说英文还是中文？`,
  speaking: (): Line => line`I speak English with you. ${typed("settings")} changes it.`,
  maySetUp: (): Line => line`You may set me up`,
  maySetUpMore: (): Line =>
    line`It takes a few minutes: language, zone, teams and metrics. Nobody has to wait for it, and until you switch a team on, nobody hears from me unasked.`,
  beginSetUp: (): Line => line`Set it up`,
  noAdminNow: (): Line =>
    line`You can no longer set things up here: your account lost the role that allowed it.`,
  whoIsAdmin: (names: readonly string[]): Line =>
    names.length === 0
      ? line`Nobody can at the moment. Whoever runs this bot’s machine can name somebody.`
      : line`Who still can: ${said(f.list(names))}. They can give it back to you.`,
});

export type MemberMessages = ReturnType<typeof members>;
