// What privacy says in English of deleting somebody's data.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { joinNames, line, said, typed, type Line } from "#src/view/line";
import type { Erasing } from "../model.ts";

const counted = (n: number, does: string): readonly string[] =>
  n === 0 ? [] : [`${String(n)} ${does}`];

export const erasing = (f: Formatter) => ({
  eraseMine: (): Line => line`Delete my data`,
  eraseWords: (): string => "delete my data",
  eraseTitle: (): Line => line`What deleting your data would do`,
  eraseWhat: (): Line =>
    line`You would be gone from here, with your accounts, texts and reminders. This cannot be undone.`,
  erasing: ({ deleted, emptied, kept }: Erasing): Line =>
    line`${[
      ...counted(deleted, "deleted"),
      ...counted(emptied, "kept without your words or name"),
      ...counted(kept, "kept as numbers and ids"),
    ].join(" · ")}`,
  eraseRest: (): Line =>
    line`Figures stay in the totals under “former member”. Messages in the chat are emptied where I still know them and the platform allows it. Backups forget with their age.`,
  eraseAsk: (): Line => line`Ask for deletion`,
  eraseAsked: (): Line => line`Your request to delete your data is under way`,
  eraseDue: (on: LocalDate): Line =>
    line`It gets a yes or no by ${f.dateLong(on)}. You can take your data along before that.`,
  takeBack: (): Line => line`Take the request back`,
  askedAlready: (): Line => line`You asked for that already; nobody has decided yet.`,
  erasingAlready: (): Line =>
    line`Your data is being deleted already, so nothing more can be done with it.`,
  onlyAdmin: (): Line =>
    line`You are the only admin here: make someone else admin first, then ask again.`,
  onlyAdminOf: (name: string): Line =>
    line`${said(name)} is the only admin here: someone else has to be admin first.`,
  nobodyDecides: (): Line =>
    line`Nobody here can decide about it. Whoever runs the server can: ${typed("npm run person -- erase")}.`,
  asksErase: (name: string): Line => line`${said(name)} asks for their data to be deleted`,
  decideBy: (on: LocalDate): Line =>
    line`Please decide by ${f.dateLong(on)}. This is what would happen:`,
  agree: (): Line => line`Delete it`,
  decline: (): Line => line`Decline …`,
  decidersSee: (): Line => line`You and whoever else decides about such requests see this`,
  decided: (how: "agreed" | "declined" | "taken back", name: string | null): Line => {
    switch (how) {
      case "agreed":
        return line`Agreed. It is being deleted now.`;
      case "declined":
        return line`Declined: ${said(name ?? "")} was told why.`;
      case "taken back":
        return line`${said(name ?? "")}'s request to delete their data was taken back.`;
    }
  },
  declinedTo: (by: string): Line => line`${said(by)} declined to delete your data`,
  mayComplain: (): Line =>
    line`You may ask again at any time, or turn to your company's data protection officer or the supervisory authority.`,
  notDecided: (on: LocalDate): Line =>
    line`Nobody decided by ${f.dateLong(on)} about deleting your data`,
  waitsFor: (names: readonly string[]): Line =>
    line`I reminded ${joinNames(
      names.map((each) => line`${said(each)}`),
      "en",
    )}.`,
  goneTitle: (): Line => line`Your data is being deleted now`,
  goneMore: (): Line =>
    line`This is my last message. Should you write to me again, you start as someone new.`,
  emptied: (): Line => line`Deleted on request`,
  declineTitle: (): Line => line`Decline the request`,
  why: (): Line => line`Why it cannot be deleted`,
  needsWhy: (): Line => line`Please say why: they are told.`,
  send: (): Line => line`Send`,
  declineSees: (name: string): Line => line`${said(name)} is sent this. It is not kept.`,
  notYours: (): Line => line`Only an admin or the privacy officer decides about that.`,
  notYourOwn: (): Line => line`Someone else has to decide about your own request.`,
  decidedAlready: (): Line => line`That was decided already.`,
  helpErase: () => ({
    does: line`What deleting your data would do, and ask for it`,
    usage: "delete my data",
    example: "delete my data",
  }),
});

export type ErasingMessages = ReturnType<typeof erasing>;
