// 帮助和首页。
import type { HelpGroup } from "../../declare/product-guide.ts";
import { line, said, typed } from "#src/view/line";
import type { HelpMessages } from "../en/help.ts";

const groups: Readonly<Record<HelpGroup, string>> = {
  team: "你的团队",
  goals: "目标和报数",
  week: "每周",
  people: "表扬和反馈",
  own: "自己的",
};

export const help = (): HelpMessages => ({
  helpTitle: () => line`你可以发这些`,
  helpGroup: (group) => line`${groups[group]}`,
  helpMoreOf: (group) => line`更多：${groups[group]}`,
  helpAll: () => line`全部帮助`,
  helpUnknown: (about) => line`没有“${said(about)}”这条指令，你可以发这些：`,
  helpMore: () => line`中英文都能用。发 ${typed("帮助 报")} 看某一条的用法和例子。`,
  helpExample: (example) => line`例如：${typed(example)}`,
  alsoWords: (words) => line`也可以说：${words}`,
  helpHelp: () => ({ does: line`看看能发哪些指令`, usage: "帮助 [指令]", example: "帮助 报" }),
  helloHome: (name) => line`你好，${said(name)}`,
  homeHelp: () => ({ does: line`自己的首页：目标和接下来的事`, usage: "首页", example: "首页" }),
  homeTitle: () => line`首页`,
  homeEmpty: () => line`这里还是空的。先发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
});
