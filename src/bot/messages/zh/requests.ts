// 申请加入的工作区。
import { line, said, typed } from "#src/view/line";
import type { RequestMessages } from "../en/requests.ts";

export const requests = (): RequestMessages => ({
  requestTitle: (name) => line`工作区“${said(name)}”申请加入，要放行吗？`,
  requestWhere: (platform, workspace) => line`平台：${platform}，编号 ${typed(workspace)}。`,
  requestBy(name, account) {
    if (account === null) return line`平台没有说明是谁申请的。`;
    return name === null
      ? line`申请的账号：${typed(account)}。`
      : line`申请人：${said(name)}（${typed(account)}）。`;
  },
  requestMeans: () =>
    line`放行后，那边的正式成员会和大家一样使用我：能按名字找到同事、互相表扬，看得到所有人都看得到的内容。不会因此有谁成为管理员或主管，这些仍由你在 ${typed("初始设置")} 里决定。`,
  requestRefusing: () => line`拒绝后不保留任何内容。不认识的工作区请不要放行。`,
  letIn: () => line`放行`,
  refuseIt: () => line`拒绝`,
  wasLetIn: (name) => line`工作区“${said(name)}”已加入。`,
  wasRefused: (name) => line`已拒绝工作区“${said(name)}”的申请。`,
  answeredBy: (name) => line`处理人：${said(name)}。`,
  answeredByOperator: () => line`由维护服务器的同事处理。`,
  mayInstaller: (name) =>
    line`那边是${said(name)}装的我。要不要让 TA 也能做设置：团队、指标、谁能看到什么？`,
  installerYes: (name) => line`让${said(name)}也能设置`,
  installerNo: () => line`不用`,
  installerMay: (name) => line`${said(name)}现在也能做设置。`,
  installerComes: (name) => line`${said(name)}也能做设置，TA 第一次找我时生效。`,
  installerMayNot: (name) => line`${said(name)}和大家一样使用，设置仍由管理员来做。`,
  youMaySetUp: (workspace, by) => line`“${said(workspace)}”已加入，${said(by)}让你也一起做设置`,
  youMayNot: (workspace) => line`“${said(workspace)}”已加入，那边的同事都可以用我了`,
  youMayNotMore: (by) => line`设置仍由管理员来做，缺什么可以找${said(by)}。`,
  requestOver: () => line`这个申请已经处理过，或者对方已撤回。`,
});
