// The practices an organisation may do without: which are on, and switching them.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const switches = (f: Formatter) => ({
  switches: (): Line => line`Practices`,
  switchesIntro: (): Line =>
    line`What people here work with. Anything off sends nothing and is hidden; its records stay, and are back when it's on again.`,
  switchesAre: (off: number): Line => line`${off === 0 ? "all on" : `${String(off)} switched off`}`,
  switchIs: (called: string): Line => line`${called}`,
  switchState: (on: boolean): Line => line`${on ? "on" : "off"}`,
  switchBegan: (on: boolean): Line => line`${on ? "on" : "off"} from the start`,
  switchedBy: (on: boolean, at: Date, by: string | null): Line =>
    line`switched ${on ? "on" : "off"} by ${by === null ? "someone who has left" : said(by)} on ${f.dateTime(at)}`,
  turnOn: (): Line => line`Switch on`,
  turnOff: (): Line => line`Switch off`,
  turnOffSure: (called: string): Line =>
    line`Switch off ${called} for everyone? Nothing is deleted.`,
  switchedNow: (called: string, on: boolean): Line =>
    line`Switched ${on ? "on" : "off"}: ${called}`,
  switchedAlready: (called: string, on: boolean): Line =>
    line`Already ${on ? "on" : "off"}: ${called}`,
  switchUnclear: (): Line =>
    line`There's no such practice. ${typed("practices")} shows them all, and ${typed("practices shout-outs off")} switches one off.`,
  helpSwitches: () => ({
    does: line`Which practices people here work with`,
    usage: "practices [<practice> on | off]",
    example: "practices",
  }),
});

export type SetupSwitchMessages = ReturnType<typeof switches>;
