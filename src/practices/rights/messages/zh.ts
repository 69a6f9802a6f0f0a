// 权限与变更记录的中文。
import type { Formatter } from "#src/language/format";
import type { AuditAct } from "#src/ports/audit";
import { line, said, type Line } from "#src/view/line";
import type { RecordLine } from "../model.ts";
import type { RightsMessages } from "./en.ts";

const mostNamed = 8;

export const zh = (f: Formatter): RightsMessages => {
  const some = (names: readonly string[]): Line =>
    names.length <= mostNamed
      ? line`${said(f.list(names))}`
      : line`${said(names.slice(0, mostNamed).join("、"))}等 ${String(names.length)} 人`;
  const one = (name: string | null): Line => (name === null ? line`无` : line`${said(name)}`);
  const acts: Record<AuditAct, (of: RecordLine) => Line> = {
    "admin.granted": () => line`你成为管理员`,
    "admin.lost": () => line`你不再是管理员`,
    "manager.changed": ({ of, from, to, holds }) => {
      if (of !== null) return holds ? line`${said(of)}归你带` : line`${said(of)}不再归你带`;
      return line`主管：${one(from)} → ${one(to)}`;
    },
    "assistant.changed": ({ holds, team: of }) =>
      holds ? line`你成为${of === null ? "团队" : said(of)}的内勤` : line`你不再是团队内勤`,
    "team.changed": ({ from, to }) => line`团队：${one(from)} → ${one(to)}`,
    "team.led": ({ holds, team: of }) =>
      holds
        ? line`你开始负责${of === null ? "一个" : said(of)}团队`
        : line`你不再负责${of === null ? "一个" : said(of)}团队`,
    "accounts.joined": () => line`你的两个账号绑定在一起`,
    "accounts.refused": () => line`有人申请和你绑定账号，你没有同意`,
    "accounts.parted": () => line`两个账号解除了绑定`,
    "installation.founded": () => line`第一个工作区接入，组织建立`,
    "installation.asked": () => line`有工作区申请加入组织`,
    "installation.joined": () => line`有工作区加入组织`,
    "installation.refused": () => line`有工作区的加入申请被拒绝`,
    "practice.on": ({ what }) => line`打开了功能：${what ?? ""}`,
    "practice.off": ({ what }) => line`关闭了功能：${what ?? ""}`,
    "letter.revived": () => line`一条没送到的消息又发了一次`,
    "letter.dropped": () => line`一条没送到的消息不再发送`,
    read: () => line`你没有在职的主管，有人查看了你未结束的目标`,
  };
  return {
    recorded: (of) => acts[of.act](of),
    newsTitle: () => line`谁能看到什么，有变动`,
    managerNow: (now, before) =>
      line`你的主管现在是${said(now)}，能看到你的目标、周报和卡住的事。${before === null ? "" : line`${said(before)}不再能看到。`}`,
    noManager: (before) =>
      before === null
        ? line`你现在没有主管。`
        : line`${said(before)}不再是你的主管，也不再能看到你的目标、周报和卡住的事。你暂时没有主管。`,
    assistantsNow: (names) =>
      line`${some(names)}现在是你们团队的内勤，可以替你报数，能看到你的目标和报过的数。`,
    assistantsGone: (names) => line`${some(names)}不再替你报数，也不再能看到你的目标。`,
    teamNow: (now) =>
      now === null
        ? line`你现在不在任何团队。`
        : line`你现在在${said(now)}团队，分享给团队的内容由这个团队看到。`,
    assistsNow: (now, before) =>
      now === null
        ? line`你不再是${before === null ? "团队" : said(before)}的内勤。`
        : line`你现在是${said(now)}的内勤：可以替团队里的每个人报数，能看到他们的目标和报过的数。`,
    leadsNow: (added, gone) => {
      const leaves = line`${some(gone)}不再归你带。`;
      return added.length === 0
        ? leaves
        : line`${some(added)}现在归你带，你能看到他们的目标、周报和卡住的事。${gone.length === 0 ? "" : leaves}`;
    },
    asBefore: () => line`刚才的变动已撤回，一切照旧`,
    toRecord: () => line`我的变更记录`,
    recordWords: () => "变更记录",
    recordTitle: () => line`和你有关的变更`,
    recordEmpty: () => line`目前还没有。`,
    recordKept: () =>
      line`包括谁带你、你有哪些权限、还有谁看过你的目标。保留两年，在这里谁也改不了。`,
    recordedBy: (at: Date, by: RecordLine["by"]) => {
      const who =
        by === "you"
          ? "你自己"
          : by === "operator"
            ? "运维人员"
            : by === "platform"
              ? "聊天平台"
              : by.name === null
                ? "一位已不在的同事"
                : said(by.name);
      return line`${f.dateTime(at)} · ${who}`;
    },
    older: () => line`更早的`,
    onlyYou: () => line`只有你能看到`,
    helpRecord: () => ({
      does: line`和你有关的变更：谁、什么时候、改了什么`,
      usage: "变更记录",
      example: "变更记录",
    }),
  };
};
