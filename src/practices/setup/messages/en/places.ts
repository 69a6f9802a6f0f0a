// Channels: whose they are, and the language they are read in.
import { line, said, type Line } from "#src/view/line";

export const places = () => ({
  namesCross: (): Line =>
    line`A shout-out is posted in each of a team's places: names of people on one platform are read on the other.`,
  namesStay: (): Line =>
    line`A shout-out stays on the platform it was given on. A team may have a place on each.`,
  letNamesCross: (): Line => line`Post it on both`,
  letNamesCrossSure: (): Line =>
    line`Names of people on one platform will be shown on the other, in another company's cloud. Is that all right where you are?`,
  keepNames: (): Line => line`Keep names on their platform`,
  noPlaces: (): Line => line`None yet. Add me to a team's channel and it appears here.`,
  placesIntro: (): Line =>
    line`What a team's news and praise are posted in, and the language it is read in.`,
  placeIs: (name: string): Line => line`${said(name)}`,
  ofTeam: (name: string | null): Line => (name === null ? line`no team` : line`${said(name)}`),
  placeOf: (): Line => line`Belongs to the team`,
  readsWhat: (): Line => line`Its readers read`,
  readsHint: (): Line => line`Both: every post is in Chinese and in English`,
  reads: (what: "zh" | "en" | "both"): Line =>
    line`${{ zh: "中文", en: "English", both: "Chinese and English" }[what]}`,
});

export type PlaceMessages = ReturnType<typeof places>;
