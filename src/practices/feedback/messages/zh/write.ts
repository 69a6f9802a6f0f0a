// 写反馈：表单、草稿和建议。
import { line, said, typed } from "#src/view/line";
import type { FeedbackFormMessages } from "../en/write.ts";

export const write = (): FeedbackFormMessages => ({
  isOff: () => line`反馈在这里已关闭。需要的话，可以请管理员在初始设置里打开。`,
  formTitle: (name) => (name === null ? line`写反馈` : line`给${said(name)}的反馈`),
  formIntro: () => line`说一个你亲眼看到的瞬间，两三句就够。`,
  formAsked: (name, about) =>
    about === ""
      ? line`${said(name)}想听听你的反馈。`
      : line`${said(name)}想听你说说：${said(about)}`,
  toWhom: () => line`给谁`,
  feedbackIsSigned: () => line`这里的反馈都署名：对方看得到是谁写的，也好回问和道谢。`,
  writeWithMyName: () => line`署名写`,
  personIs: (name) => line`${said(name)}`,
  kind: () => line`这件事`,
  kindIs: (kind) => line`${{ keep: "值得保持", change: "可以调整" }[kind]}`,
  situation: () => line`情境`,
  situationHint: () => line`什么时候、在哪儿：周二在仁济医院的拜访`,
  behaviour: () => line`行为`,
  behaviourHint: () => line`看到、听到了什么，先不评价：“等客户说完才接话”`,
  impact: () => line`影响`,
  impactHint: () => line`给你、团队或客户带来了什么`,
  next: () => line`下一步`,
  nextHint: () => line`下次可以试试什么`,
  question: () => line`想问一句`,
  questionHint: () => line`比如：你当时想达到什么？`,
  send: () => line`发送`,
  sees: (name) => line`只有${name === null ? "对方" : said(name)}本人能看到，TA 可以自己转给主管`,
  sent: (name) => line`已发给${said(name)}。`,
  sentNote: () => line`仅你们两人可见，对方可以自己转给主管。`,
  draftTitle: (name) => line`还没发出：给${said(name)}的反馈`,
  draftIntro: () => line`稍微改一下，对方更容易听进去。改不改由你定。`,
  adviseSituation: () => line`是什么时候、在哪儿的事？写上更容易对上号。`,
  adviseBehaviour: (labels) =>
    line`“${said(labels.join("”“"))}”像在下结论，换成当时看到、听到的会更好。`,
  adviseNext: () => line`下次可以怎么做？带一个下一步，对方更好用上。`,
  change: () => line`再改改`,
  sendAnyway: () => line`就这样发`,
  discard: () => line`不发了`,
  discardSure: () => line`写好的内容会删掉，确定吗？`,
  discarded: () => line`已删掉，没有人看到过。`,
  hereTitle: (name) =>
    name === null ? line`反馈在这里写，不在群里` : line`给${said(name)}的反馈在这里写，不在群里`,
  hereNote: () => line`群里我什么都没说。`,
  write: () => line`写反馈`,
  notYourself: () => line`反馈是写给别人的，请点名一位同事，比如 ${typed("反馈 @同事")}。`,
  gonePerson: () => line`通讯录里已经没有这位同事。`,
  goneDraft: () => line`这份草稿已经发出或删掉了，发 ${typed("收到的反馈")} 看现在有什么。`,
  helpGive: () => ({ does: line`私下给同事反馈`, usage: "反馈 @同事", example: "反馈 @王磊" }),
});
