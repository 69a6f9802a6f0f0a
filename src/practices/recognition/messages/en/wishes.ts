// What a person wants to happen with praise for them.
import { line, said, typed, type Line } from "#src/view/line";
import type { Wish } from "../../model.ts";
import { names, type Named } from "./shout.ts";

const wish: Record<Wish, string> = {
  public: "in public",
  ask: "ask me first",
  private: "only to me",
};

export const wishes = () => ({
  wishTitle: (): Line => line`How you are praised`,
  wishIs: (which: Wish): Line => line`Now: ${wish[which]}`,
  wishButton: (which: Wish): Line =>
    line`${{ public: "Praise me in public", ask: "Ask me first", private: "Only to me" }[which]}`,
  wishSaved: (which: Wish): Line => line`Noted: ${wish[which]}.`,
  wishUnknown: (): Line =>
    line`Write ${typed("praise me publicly")}, ${typed("praise me ask first")} or ${typed("praise me privately")}.`,
  wishChange: (): Line => line`How I am praised`,
  askedFirst: (people: Named): Line =>
    line`${names(people)} asked to be asked first; their name follows when they agree.`,
  privateToo: (people: Named): Line =>
    line`${names(people)} would rather hear it alone: sent to them only.`,
  askTitle: (by: string): Line => line`${said(by)} wants to praise you. May others read it?`,
  askYes: (place: string): Line => line`Yes, in ${said(place)}`,
  askNo: (): Line => line`Only for me`,
  askedPublic: (): Line => line`Thank you, it is posted.`,
  askedPrivate: (): Line => line`It stays between you two.`,
  thanksTitle: (by: string): Line => line`${said(by)} praises you`,
  thanksWhere: (place: string): Line => line`Posted in ${said(place)}`,
  thanksAlone: (): Line => line`Only for you`,
  hide: (): Line => line`Not on the wall`,
  hidden: (): Line => line`It stays off the wall. What was posted stays where it is.`,
  helpWish: () => ({
    does: line`How you want to be praised`,
    usage: "praise me [publicly | ask first | privately]",
    example: "praise me ask first",
  }),
});

export type WishMessages = ReturnType<typeof wishes>;
