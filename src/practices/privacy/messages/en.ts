// What privacy says in English.
import type { Formatter } from "#src/language/format";
import { bold, joinLines, line, said, typed, type Line } from "#src/view/line";
import { erasing } from "./erasing-en.ts";
import { officer } from "./officer-en.ts";
import type { Topic, Until } from "../model.ts";

const names: Record<Topic, string> = {
  you: "Who you are",
  reminders: "Reminders and leave",
  goals: "Goals and progress",
  checkins: "Check-ins and blockers",
  praise: "Praise",
  feedback: "Feedback",
  talks: "One-on-ones",
  numbers: "Imported numbers",
  messages: "Messages on their way",
  record: "Changes about you",
};

const whyAndWho: Record<Topic, string> = {
  you: "So I know who writes, where and at what hours. Colleagues see your name; admins see your team and rights.",
  reminders:
    "So I come when it suits you, and not on leave. Only you; your manager sees that you are away.",
  goals: "So you see where you stand. You, your manager and the team's assistant.",
  checkins:
    "So someone can help in time. You and your manager, or your team where the form says so.",
  praise:
    "So good work is seen. Everyone in the channel it was posted in; private praise: only you.",
  feedback: "So you hear what helps. You and whoever wrote it; your manager only if you show it.",
  talks:
    "So a talk leads to something. You and whoever you talk with; notes you keep for yourself only you, no admin.",
  numbers:
    "So nobody types what a system knows already. You, your manager and whoever imported them.",
  messages: "So nothing gets lost or is sent twice. Only you.",
  record:
    "So nobody's rights change in secret. You; what concerns the whole organisation, admins too.",
};

/** Days as people say them. */
export function spanOf(days: number): string {
  if (days < 1) return "a few hours";
  if (days === 1) return "a day";
  if (days < 60) return `${days} days`;
  return `${Math.round((days * 12) / 365)} months`;
}

function untilText(each: Until): string {
  switch (each.until) {
    case "organisation":
      return "as long as your company uses me";
    case "left":
      return `while you are here and ${spanOf(each.days)} more`;
    case "days":
      return `up to ${spanOf(each.days)}`;
  }
}

export type PrivacyMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  title: (): Line => line`What is kept about you`,
  purpose: (): Line =>
    line`All of it serves your own work here. Nothing is scored, ranked or decided by a machine.`,
  topic: (topic: Topic, entries: number): Line =>
    line`${bold(names[topic])} · ${entries === 1 ? "1 entry" : `${String(entries)} entries`}`,
  topicName: (topic: Topic): Line => line`${bold(names[topic])}`,
  about: (topic: Topic, until: readonly Until[]): Line =>
    joinLines([line`${whyAndWho[topic]}`, line`Kept ${until.map(untilText).join(", or ")}.`], " "),
  looksTitle: (): Line => line`Who else looked`,
  nobodyLooked: (): Line =>
    line`Nobody but you, your manager and your assistant looked at what is yours.`,
  looked: (name: string | null, at: Date): Line =>
    line`${name === null ? "someone who has left" : said(name)} · ${f.dateTime(at)}`,
  notHere: (): Line =>
    line`What was posted in the chat also stays there, as long as your company keeps it. Whoever runs the server can open the database.`,
  toRecord: (): Line => line`Changes about me`,
  recordWords: (): string => "my record",
  onlyYou: (): Line => line`Only you see this`,
  askInChat: (): Line => line`Please ask for it in my own chat: ${typed("export my data")}.`,
  exportGoing: (): Line => line`Your data is being collected already. The file comes here.`,
  collecting: (): Line => line`Collecting all that is kept about you`,
  soFar: (done: number, of: number): Line => line`${String(done)} of ${String(of)} tables`,
  exported: (entries: number): Line =>
    line`All that is kept about you is in the file: ${entries === 1 ? "1 entry" : `${String(entries)} entries`}`,
  exportedMore: (): Line =>
    line`JSON for programs, CSV for Excel and the like. Nobody else got it; keep it as you would keep your mail.`,
  notExported: (why: "no scope" | "not now" | "too much"): Line => {
    switch (why) {
      case "no scope":
        return line`I may not put files into this chat yet. An admin can allow it: ${typed("npm run doctor")} says how.`;
      case "not now":
        return line`The file did not go through just now. Please try again in a few minutes: ${typed("export my data")}.`;
      case "too much":
        return line`It is more than a chat takes as one file. Whoever runs the server can give it to you with ${typed("npm run person -- export")}.`;
    }
  },
  exportFailed: (): Line => line`Collecting your data failed several times. Please try once more.`,
  askAgain: (): Line => line`Try again`,
  exportMine: (): Line => line`Export my data`,
  exportWords: (): string => "export my data",
  whichExport: (): Line => line`What would you like as a file?`,
  whichMore: (): Line => line`Figures, or everything that is kept about you.`,
  figures: (): Line => line`Figures`,
  figuresWords: (): string => "export data",
  ...erasing(f),
  ...officer(),
  helpExport: () => ({
    does: line`All that is kept about you, as a file in your own chat`,
    usage: "export my data",
    example: "export my data",
  }),
  helpWhich: () => ({
    does: line`Figures or your own data, as a file`,
    usage: "export what",
    example: "export what",
  }),
  helpPrivacy: () => ({
    does: line`What is kept about you, why, who sees it and until when`,
    usage: "privacy",
    example: "privacy",
  }),
});
