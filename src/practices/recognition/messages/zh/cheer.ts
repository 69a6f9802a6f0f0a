// 赞一个。
import { line, typed } from "#src/view/line";
import type { CheerMessages } from "../en/cheer.ts";

export const cheer = (): CheerMessages => ({
  cheer: (count) => (count === 0 ? line`赞一个` : line`赞一个 · ${String(count)}`),
  congrats: (count) => (count === 0 ? line`恭喜` : line`恭喜 · ${String(count)}`),
  cheered: () => line`已点赞。`,
  uncheered: () => line`已收回。`,
  cheerOwn: () => line`这条和你有关，赞留给别人来点吧。`,
  cheerAlone: () =>
    line`赞一个后面不用写字，赞的是最近一条。想说几句，可以发 ${typed("表扬@姓名 做了什么")}。`,
  alreadyCheered: () => line`你已经赞过了。`,
  nothingToCheer: () => line`这几天这里还没有表扬。想赞哪条，点它下面的「赞一个」。`,
  helpCheer: () => ({ does: line`给最近一条表扬点赞`, usage: "赞一个", example: "赞一个" }),
});
