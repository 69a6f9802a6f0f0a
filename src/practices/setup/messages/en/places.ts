// Channels: whose they are, and the language they are read in.
import { line, said, type Line } from "#src/view/line";

export const places = () => ({
  namesCross: (): Line =>
    line`A shout-out is posted in all of a team's channels: names from one platform appear on the other.`,
  namesStay: (): Line =>
    line`A shout-out stays on the platform it was given on. A team can have a channel on each.`,
  letNamesCross: (): Line => line`Post it on both`,
  letNamesCrossSure: (): Line =>
    line`Names of people on one platform will be shown on the other, in another company's cloud. Is that allowed in your company?`,
  keepNames: (): Line => line`Keep names on their platform`,
  noPlaces: (): Line => line`None yet. Add me to a team's channel and it appears here.`,
  editPlace: (): Line => line`Edit channel`,
  takesNoPosts: (): Line => line`takes no posts`,
  placesIntro: (): Line => line`Where a team's wins and praise are posted, and in which language.`,
  placeIs: (name: string): Line => line`${said(name)}`,
  ofTeam: (name: string | null): Line => (name === null ? line`no team` : line`${said(name)}`),
  placeOf: (): Line => line`Team`,
  readsWhat: (): Line => line`Language`,
  readsHint: (): Line => line`Both: every post is in Chinese and English`,
  reads: (what: "zh" | "en" | "both"): Line =>
    line`${{ zh: "中文", en: "English", both: "Chinese and English" }[what]}`,
});

export type PlaceMessages = ReturnType<typeof places>;
