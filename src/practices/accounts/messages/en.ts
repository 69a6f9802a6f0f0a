// What linking accounts says in English.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type AccountMessages = ReturnType<typeof en>;

export const en = (_f: Formatter) => ({
  codeTitle: (): Line => line`Your code for your other chat`,
  codeHow: (code: string): Line => line`Send me ${typed(`link ${code}`)} there. Then the two of you are one here: one goal, one reminder.`,
  codeHolds: (minutes: number): Line => line`It holds for ${String(minutes)} minutes and works once. Nobody but you should have it.`,
  sureTitle: (name: string): Line => line`Are you ${said(name)} as well?`,
  sureWhat: (): Line => line`Goals, check-ins, praise and reminders of both become one person's. This cannot be taken apart again.`,
  sureYes: (): Line => line`Yes, that is me`,
  joined: (): Line => line`Linked. You are one person here now.`,
  joinedWhat: (platforms: number): Line => (platforms > 1 ? line`I write to you where you were last; an answer on either side counts for both.` : line`An answer from either account counts for both.`),
  wrong: (): Line => line`I know no such code, or its time is over. Get a new one in your other chat with ${typed("link")}.`,
  own: (): Line => line`That is the code of this very chat. Send it to me in your other one.`,
  tooMany: (minutes: number): Line => line`That was too often. Please wait ${String(minutes)} minutes and get a new code.`,
  twinTitle: (name: string): Line => line`Is ${said(name)} you as well?`,
  twinWhat: (): Line => line`There is somebody of your e-mail address here already. If that is you in another chat, link the two; if not, leave it.`,
  twinYes: (): Line => line`Get a code`,
  onlyYou: (): Line => line`Only you see this`,
  help: () => ({ does: line`be one person in two chats`, usage: "link [code]", example: "link" }),
});
