// A +1 to somebody's shout-out.
import { line, typed, type Line } from "#src/view/line";

export const cheer = () => ({
  cheer: (count: number): Line => (count === 0 ? line`+1` : line`+1 · ${String(count)}`),
  congrats: (count: number): Line =>
    count === 0 ? line`Congrats` : line`Congrats · ${String(count)}`,
  cheered: (): Line => line`+1 added.`,
  uncheered: (): Line => line`+1 removed.`,
  cheerOwn: (): Line => line`A +1 comes from others: this one is by you or about you.`,
  cheerAlone: (): Line =>
    line`A +1 needs no words and goes to the latest shout-out. To add your own, use ${typed("praise @name")}.`,
  alreadyCheered: (): Line => line`You've already given a +1.`,
  nothingToCheer: (): Line =>
    line`There are no recent shout-outs here. Press +1 below the one you mean.`,
  helpCheer: () => ({ does: line`Add a +1 to the latest shout-out`, usage: "+1", example: "+1" }),
});

export type CheerMessages = ReturnType<typeof cheer>;
