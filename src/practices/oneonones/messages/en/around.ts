// Another manager, the home, the digest, and help.
import { line, said, typed, type Line } from "#src/view/line";

export type TalkAroundMessages = ReturnType<typeof around>;

export const around = () => ({
  handedTitle: (before: string): Line => line`${said(before)} does not lead you any more`,
  handedBody: (before: string): Line =>
    line`The one-on-one with ${said(before)} has ended. Your notes stay yours; open steps go on in ${typed("actions")}.`,
  gotTitle: (name: string): Line => line`Open steps of ${said(name)}`,
  gotBody: (): Line =>
    line`They come from talks with whoever led before. Notes of those talks stay with those who wrote them.`,
  homeTitle: (): Line => line`One-on-ones`,
  digest: (held: number, due: number): Line =>
    line`One-on-ones of the last four weeks: ${String(held)} of ${String(due)} took place`,
  aboutTitle: (): Line => line`One-on-one`,
  helpTalk: () => ({
    does: line`Your one-on-one: agenda, steps, notes`,
    usage: "1on1 [@name]",
    example: "1on1",
  }),
  helpTopic: () => ({
    does: line`Put something on the list for your one-on-one`,
    usage: "topic [@name] <what>",
    example: "topic the discount for large orders",
  }),
  helpActions: () => ({
    does: line`Steps you promised, and those you wait for`,
    usage: "actions",
    example: "actions",
  }),
  helpDone: () => ({
    does: line`Close a step`,
    usage: "done A3",
    example: "done A3",
  }),
  isOff: (): Line =>
    line`One-on-ones are off here. An admin can turn them on in ${typed("setup")}.`,
});
