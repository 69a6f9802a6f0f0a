// 谁处理删除申请的中文。
import { line, said, typed } from "#src/view/line";
import type { OfficerMessages } from "./officer-en.ts";

export const officer = (): OfficerMessages => ({
  officerIs: (name) =>
    name === null
      ? line`删除数据的申请由管理员处理。可以指定一位：${typed("隐私负责人 @林晓")}`
      : line`删除数据的申请由${said(name)}处理。再发一次同样的话就取消。`,
  officerNow: (name) => line`以后删除数据的申请由${said(name)}处理。`,
  officerNoMore: (name) => line`${said(name)}不再处理删除数据的申请，改由管理员处理。`,
  youAreOfficer: (by) => line`${said(by)}请你担任隐私负责人，删除数据的申请会发给你。`,
  youAreOfficerNoMore: () => line`删除数据的申请不再发给你。`,
  helpOfficer: () => ({
    does: line`由谁处理删除数据的申请`,
    usage: "隐私负责人 [@同事]",
    example: "隐私负责人 @林晓",
  }),
});
