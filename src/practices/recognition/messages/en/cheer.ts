// A +1 to somebody's shout-out.
import { line, typed, type Line } from "#src/view/line";

export const cheer = () => ({
  cheer: (count: number): Line => (count === 0 ? line`+1` : line`+1 · ${String(count)}`),
  congrats: (count: number): Line =>
    count === 0 ? line`Congrats` : line`Congrats · ${String(count)}`,
  cheered: (): Line => line`Your +1 counts. Press again to take it back.`,
  uncheered: (): Line => line`Your +1 is taken back.`,
  cheerOwn: (): Line => line`A +1 comes from others: this one is about you or from you.`,
  cheerAlone: (): Line =>
    line`A +1 stands alone and goes to the last shout-out. For words of your own there is ${typed("praise @name")}.`,
  alreadyCheered: (): Line => line`Your +1 already counts.`,
  nothingToCheer: (): Line =>
    line`There is no shout-out here from the last days. Press +1 below the one you mean.`,
  helpCheer: () => ({ does: line`Add a +1 to the last shout-out`, usage: "+1", example: "+1" }),
});

export type CheerMessages = ReturnType<typeof cheer>;
