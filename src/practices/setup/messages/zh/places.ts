// 群：属于哪个团队，用哪种语言。
import { line, said } from "#src/view/line";
import type { PlaceMessages } from "../en/places.ts";

export const places = (): PlaceMessages => ({
  namesCross: () => line`表扬会发到团队在各平台的群里，一边的名字另一边也能看到。`,
  namesStay: () => line`表扬只发在它所在的平台。一个团队可以在每个平台各有一个群。`,
  letNamesCross: () => line`两边都发`,
  letNamesCrossSure: () =>
    line`一个平台上的人名会显示在另一个平台（另一家公司的云）上，你们那里允许吗？`,
  keepNames: () => line`名字只留在本平台`,
  noPlaces: () => line`还没有。把我拉进团队的群，这里就会出现。`,
  editPlace: () => line`改这个群`,
  takesNoPosts: () => line`发不了消息`,
  placesIntro: () => line`团队的喜报和表扬发在哪个群，群里看什么语言。`,
  placeIs: (name) => line`${said(name)}`,
  ofTeam: (name) => (name === null ? line`还没归到团队` : line`${said(name)}`),
  placeOf: () => line`属于哪个团队`,
  readsWhat: () => line`群里看`,
  readsHint: () => line`选中英文，每条消息都有两种语言`,
  reads: (what) => line`${{ zh: "中文", en: "English", both: "中英文" }[what]}`,
});
