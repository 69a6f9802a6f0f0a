// Where praise and wins are posted, and what is said where they cannot be.
import { line, placeLink, said, typed, type Line } from "#src/view/line";
import { names, type Named, type NamedPlace } from "./shout.ts";

export const where = () => ({
  whichPlace: (): Line => line`Where should it be posted?`,
  namesStay: (): Line =>
    line`You're on different platforms, so it can't be posted to everyone yet. You can send it privately.`,
  namesStayMore: (): Line =>
    line`An admin can let names appear in the other platform's channels: ${typed("setup")}, channels.`,
  noPlaces: (): Line =>
    line`I'm not in any channel of your team yet, so I can send it privately. An admin can choose one in ${typed("setup")}.`,
  placeIs: (name: string): Line => line`${said(name)}`,
  places: (): Line => line`Channels`,
  placeGone: (): Line => line`This channel no longer exists. Please choose another.`,
  privately: (): Line => line`Private thank-you`,
  posted: (place: NamedPlace): Line => line`Posted in ${placeLink(place)}`,
  takesNoPosts: (place: NamedPlace): Line => line`${placeLink(place)} takes no posts just now`,
  notPosted: (place: NamedPlace): Line =>
    line`Not posted yet: ${placeLink(place)} takes no posts just now`,
  takesNoPostsMore: (): Line =>
    line`I may have been removed, or it's archived or muted. Nothing is lost: choose where it goes.`,
  waitForPlace: (): Line => line`Post it when it works again`,
  waitsForPlace: (place: NamedPlace): Line =>
    line`Goes to ${placeLink(place)} once posts work there again`,
  waitsForYes: (place: NamedPlace): Line => line`Goes to ${placeLink(place)} once they agree`,
  postedPrivately: (people: Named): Line => line`Sent to ${names(people)} privately`,
  forPeople: (people: Named): Line => line`For ${names(people)}`,
});

export type WhereMessages = ReturnType<typeof where>;
