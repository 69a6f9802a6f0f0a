// 界面本身的中文。
import type { SlackMessages } from "./en.ts";

export const zh = (): SlackMessages => ({
  cut: (count) => `…（还有 ${count} 个字）`,
  more: (count) => `还有 ${count} 条`,
  moreParts: (count) => `还有 ${count} 部分，这里放不下`,
  sure: () => "确定吗？",
  cancel: () => "取消",
  yes: () => "确定",
  none: () => "不选",
  openForm: () => "打开表单",
  formWaits: (title) => `${title}：点按钮填写。`,
  gone: () => "这份内容已不再保留，重新查一下就有。",
  inOwnChat: () => "已在我们的私聊里回复你。",
  alsoInChat: () => "我们的私聊里也有一份，可以继续操作",
  formDone: () => "好了",
  close: () => "关闭",
  answeredBelow: () => "好了，回复在下面的对话里。",
  answeredInChat: () => "好了，回复在我们的私聊里。",
  late: () => "还在处理，马上回复到这里。",
  notTaken: () => "刚才没有收下，什么都没改。请再点一次，或再发一次。",
  broken: (code) => `这里出了点问题，请再试一次；若仍不行，把代码 ${code} 告诉管理员。`,
  stranger: () =>
    "通讯录里没有你（You're not in the directory here）。我只服务本工作区的正式成员，访客、机器人和外部协作者暂时用不了。",
  notReached: () => "刚才没查到你的资料，请过一分钟再试。",
  someNotReached: () => "有几位暂时查不到资料，请过一分钟再点一次。",
  welcome: () => "装好了，可以开始设置了。",
  welcomeMore: () =>
    "几分钟就好：语言、时区、指标和第一个团队。在你开启团队之前，我不会主动打扰任何人。",
  startSetup: () => "开始设置",
  showHelp: () => "我能做什么",
  nobodyWrote: () => "这条消息是应用发的，或者发的人不在通讯录里。请选一条同事的消息。",
  noSlashHere: (command) =>
    `消息列里用不了斜杠命令，所以这是作为普通消息发来的。我照样处理了，下次不用写 ${command}。`,
  waits: () =>
    "这里有人申请让我加入一个已有的组织，已经请那边的管理员确认；在他们同意之前，我在这里还不能用。",
  notInstalled: () => "我已经不在这个工作区了。",
});
