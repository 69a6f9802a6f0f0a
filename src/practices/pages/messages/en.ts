// What is said about pages in a browser, in English.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type RunningMessages = ReturnType<typeof runningMessages>;
export type PageMessages = ReturnType<typeof en>;

const runningMessages = (f: Formatter) => ({
  runningTitle: (): Line => line`How it runs`,
  runningWell: (): Line => line`all well`,
  runningLook: (): Line => line`needs a look`,
  sent: (): Line => line`Sent in a day`,
  count: (messages: number): Line => line`${String(messages)}`,
  waiting: (): Line => line`Waiting`,
  waitingSince: (minutes: number): Line =>
    line`the oldest for ${minutes === 1 ? "1 minute" : `${String(minutes)} minutes`}`,
  held: (): Line => line`Until working hours`,
  failed: (): Line => line`Failed`,
  failedWhat: (): Line =>
    line`What failed, and why, is in ${typed("npm run doctor")} on the machine I run on.`,
  stopped: (name: string, since: Date): Line =>
    line`${said(name)} takes no messages since ${f.dateTime(since)}`,
  stoppedPlace: (count: number): Line =>
    count === 1
      ? line`One channel takes no messages: invite me there again`
      : line`${String(count)} channels take no messages: invite me there again`,
});

export const en = (f: Formatter) => ({
  ...runningMessages(f),
  title: (): Line => line`Your page in the browser`,
  what: (minutes: number): Line =>
    line`Good for ${String(minutes)} minutes, and only once. Whoever opens it there is you, so don't pass it on.`,
  open: (): Line => line`Open my page`,
  myPage: (): Line => line`My page`,
  signOut: (): Line => line`Sign out everywhere`,
  signedOut: (count: number): Line =>
    count === 0
      ? line`You weren't signed in on any browser. Links you got earlier no longer work.`
      : line`Signed out on ${count === 1 ? "1 browser" : `${String(count)} browsers`}. ${typed("sign in")} gets you back in.`,
  noAddress: (): Line =>
    line`There is no address for pages yet: whoever runs me sets ${typed("PUBLIC_URL")} to one that your browser reaches.`,
  tooMany: (minutes: number): Line =>
    line`That was a few links in a row. Use the last one, or ask again in ${String(minutes)} minutes.`,
  unprovedTitle: (): Line => line`Backups need a look`,
  unproved: (days: number): Line =>
    line`For ${String(days)} days no backup has been shown to come back.`,
  unprovedDo: (): Line =>
    line`On the machine I run on, ${typed("npm run doctor")} says what stopped it, and ${typed("npm run backup -- --prove")} makes one now and tries it.`,
  onlyYou: (): Line => line`Visible only to you`,
  helpSignIn: () => ({
    does: line`Your page in the browser`,
    usage: "sign in",
    example: "sign in",
  }),
  helpSignOut: () => ({
    does: line`Sign out of your page on every browser`,
    usage: "sign out",
    example: "sign out",
  }),
});
