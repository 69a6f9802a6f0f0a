// 和本人有关的变更记录。
import type { Formatter } from "#src/language/format";
import type { AuditAct } from "#src/ports/audit";
import { line, said, type Line, type Said } from "#src/view/line";
import type { RecordLine } from "../../model.ts";
import type { RightsRecordMessages } from "../en/record.ts";

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
  "numbers.imported": () => line`从文件导入了业绩`,
  "numbers.linked": () => line`导入的数字归到了本人名下`,
  "numbers.unlinked": () => line`导入的数字不再归本人`,
  "numbers.exported": () => line`把业绩导出成了文件`,
  "sync.on": () => line`开启了一个数据来源`,
  "sync.entered": () => line`填写了一个 CRM 的设置`,
  "sync.off": () => line`关闭了一个数据来源`,
  "person.exported": () => line`和你有关的全部数据导出成了文件`,
  "person.erased": () => line`能删除的数据都已删除`,
  "officer.named": ({ holds }) =>
    holds ? line`你开始负责处理删除数据的请求` : line`你不再负责处理删除数据的请求`,
  "letter.revived": () => line`一条没送到的消息又发了一次`,
  "letter.dropped": () => line`一条没送到的消息不再发送`,
  read: () => line`你没有在职的主管，有人查看了你未结束的目标`,
};

const deciders = {
  you: "你自己",
  operator: "运维人员",
  platform: "聊天平台",
};

function changedBy(by: RecordLine["by"]): Said | string {
  if (typeof by === "string") return deciders[by];
  return by.name === null ? "一位已离职的同事" : said(by.name);
}

export const record = (f: Formatter): RightsRecordMessages => ({
  recorded: (of) => acts[of.act](of),
  recordTitle: () => line`和你有关的变更`,
  recordEmpty: () => line`目前还没有。`,
  recordKept: () =>
    line`包括谁带你、你有哪些权限、还有谁看过你的目标。保留两年，在这里谁也改不了。`,
  recordedBy: (at, by) => line`${f.dateTime(at)} · ${changedBy(by)}`,
  older: () => line`更早的`,
  helpRecord: () => ({
    does: line`和你有关的变更：谁、什么时候、改了什么`,
    usage: "变更记录",
    example: "变更记录",
  }),
});
