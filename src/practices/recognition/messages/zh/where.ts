// 表扬和喜报发到哪里，发不出去时怎么说。
import { line, placeLink, said, typed } from "#src/view/line";
import type { WhereMessages } from "../en/where.ts";
import { names } from "./shout.ts";

export const where = (): WhereMessages => ({
  whichPlace: () => line`发到哪里？`,
  namesStay: () => line`你们不在同一个平台上，暂时不能在群里公开，可以私下发给对方。`,
  namesStayMore: () =>
    line`管理员在 ${typed("初始设置")} 的「团队的群」里同意后，名字才会出现在另一个平台的群里。`,
  noPlaces: () =>
    line`我还没进你们团队的群，可以先私下发给对方。管理员发 ${typed("初始设置")} 可以指定群。`,
  placeIs: (name) => line`${said(name)}`,
  places: () => line`团队的群`,
  placeGone: () => line`这个群已经找不到了，请重新选一个。`,
  privately: () => line`私下感谢`,
  posted: (place) => line`已发到${placeLink(place)}`,
  takesNoPosts: (place) => line`${placeLink(place)}现在发不了消息`,
  notPosted: (place) => line`还没发出去：${placeLink(place)}现在发不了消息`,
  takesNoPostsMore: () =>
    line`可能我被移出了群，群解散了，或者开了禁言。内容还在，选一下发到哪里。`,
  waitForPlace: () => line`等能发了再发`,
  waitsForPlace: (place) => line`等${placeLink(place)}能发消息了就发`,
  waitsForYes: (place) => line`对方同意后发到${placeLink(place)}`,
  postedPrivately: (people) => line`已私下发给${names(people)}`,
  forPeople: (people) => line`给${names(people)}`,
});
