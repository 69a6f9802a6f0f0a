// 收到表扬想怎么公开。
import { line, placeLink, said, typed } from "#src/view/line";
import type { Wish } from "../../model.ts";
import type { WishMessages } from "../en/wishes.ts";
import { names } from "./shout.ts";

const wish: Record<Wish, string> = { public: "公开表扬", ask: "先问我", private: "只告诉我" };

export const wishes = (): WishMessages => ({
  wishTitle: () => line`怎么表扬我`,
  wishIs: (which) => line`现在：${wish[which]}`,
  wishButton: (which) => line`${wish[which]}`,
  wishSaved: (which) => line`记下了：${wish[which]}。`,
  wishUnknown: () =>
    line`可以发 ${typed("表扬方式 公开")}、${typed("表扬方式 先问我")} 或 ${typed("表扬方式 私下")}。`,
  wishChange: () => line`怎么表扬我`,
  askedFirst: (people) => line`${names(people)}希望先问一声，同意后再公开。`,
  privateToo: (people) => line`${names(people)}希望私下收到，只发给本人。`,
  askTitle: (by) => line`${said(by)}想表扬你，可以公开吗？`,
  askYes: (place) => line`可以，发到${said(place)}`,
  askNo: () => line`只给我看`,
  askedPublic: () => line`谢谢，已经发出。`,
  askedPrivate: () => line`好的，只有你们两位知道。`,
  thanksTitle: (by) => line`${said(by)}表扬了你`,
  thanksWhere: (place) => line`发在${placeLink(place)}`,
  thanksAlone: () => line`只发给你`,
  hide: () => line`不上荣誉墙`,
  hidden: () => line`不会出现在荣誉墙上，已发到群里的不变。`,
  helpWish: () => ({
    does: line`希望别人怎么表扬我`,
    usage: "表扬方式 [公开 | 先问我 | 私下]",
    example: "表扬方式 先问我",
  }),
});
