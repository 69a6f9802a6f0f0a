// What a person wants to happen with praise for them.
import { line, placeLink, said, typed, type Line } from "#src/view/line";
import type { Wish } from "../../model.ts";
import { names, type Named, type NamedPlace } from "./shout.ts";

const wish: Record<Wish, string> = {
  public: "in public",
  ask: "ask me first",
  private: "only to me",
};

export const wishes = () => ({
  wishTitle: (): Line => line`How you like to be praised`,
  wishIs: (which: Wish): Line => line`Now: ${wish[which]}`,
  wishButton: (which: Wish): Line =>
    line`${{ public: "Praise me in public", ask: "Ask me first", private: "Only to me" }[which]}`,
  wishSaved: (which: Wish): Line => line`Noted: ${wish[which]}.`,
  wishUnknown: (): Line =>
    line`Write ${typed("praise me publicly")}, ${typed("praise me ask first")} or ${typed("praise me privately")}.`,
  wishChange: (): Line => line`How I like to be praised`,
  askedFirst: (people: Named): Line =>
    line`${names(people)} would like to be asked first; it's posted once they agree.`,
  privateToo: (people: Named): Line =>
    line`${names(people)} would rather get praise privately, so it was sent to them only.`,
  askTitle: (by: string): Line => line`${said(by)} wants to praise you. Make it public?`,
  askYes: (place: string): Line => line`Yes, in ${said(place)}`,
  askNo: (): Line => line`Only to me`,
  askedPublic: (): Line => line`Thank you, it's posted.`,
  askedPrivate: (): Line => line`It stays between the two of you.`,
  thanksTitle: (by: string): Line => line`${said(by)} praised you`,
  thanksWhere: (place: NamedPlace): Line => line`Posted in ${placeLink(place)}`,
  thanksAlone: (): Line => line`Sent only to you`,
  hide: (): Line => line`Keep off the wall`,
  hidden: (): Line => line`Kept off the wall. What was already posted stays.`,
  helpWish: () => ({
    does: line`How you want to be praised`,
    usage: "praise me [publicly | ask first | privately]",
    example: "praise me ask first",
  }),
});

export type WishMessages = ReturnType<typeof wishes>;
