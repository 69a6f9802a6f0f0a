// 飞书里由适配层自己说的话。
import type { LarkMessages } from "./en.ts";

export const zh = (): LarkMessages => ({
  more: (count) => `还有 ${count} 项`,
  cut: (count) => `…（还有 ${count} 个字）`,
  optional: (label) => `${label}（选填）`,
  choose: () => "请选择…",
  mendForm: () => "请修改标红的内容。",
  formLines: () => "名单太长，没有全部列出；也可以直接发命令加姓名。",
  working: () => "收到，稍后给你结果。",
  answeredBelow: () => "好了，结果在聊天的最下面。",
  inOwnChat: () => "结果已发到你和我的单聊里。",
  formInOwnChat: () => "表单已发到你和我的单聊里。",
  sent: () => "已提交，谢谢。",
  above: () => "好了，原来那张卡片已更新。",
  tooOld: () => "这张卡片版本较旧，发「首页」可以看到最新的。",
  failed: () => "刚才没有成功，请稍后再试。",
  notTaken: () => "刚才没有收下，什么都没改。请再点一次。",
  stranger: () => "我这里还没有登记你，请让管理员把你加进来。",
  textOnly: () =>
    "我目前只看得懂文字和表格文件；语音可以长按转成文字再发给我。发「帮助」看看能做什么。",
});
