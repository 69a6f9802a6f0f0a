// 目标的结束、取消和到期收起。
import type { Formatter } from "#src/language/format";
import { line, typed } from "#src/view/line";
import type { CloseMessages } from "../en/close.ts";

export const close = (f: Formatter): CloseMessages => ({
  close: () => line`结束目标`,
  closeTitle: (number) => line`结束 G${String(number)}`,
  closeLesson: () => line`一点心得`,
  closeHow: () => line`怎么结束？`,
  closeByFigures: () => line`按现在的数字结束`,
  closeDropped: () => line`放弃：已经不合适了`,
  closeLessonHint: () => line`放弃的话，写一句为什么`,
  lessonNeeded: () => line`放弃的话，请写一句为什么。`,
  lessonKept: () => line`记下了，谢谢。`,
  closedAs: (state, lesson) =>
    line`${{ achieved: "达成了，漂亮。", missed: "这次没达成，辛苦了。", dropped: "先放下，把力气留给更要紧的。" }[state]}${lesson ? "心得记下了。" : ""}`,
  closedMeanwhile: (number) =>
    line`G${String(number)} 刚才已经结束，这次没有改动。发 ${typed(`看目标 G${String(number)}`)} 看结果。`,
  drop: () => line`取消目标`,
  dropSure: () => line`确定取消这个目标？历史记录会保留。`,
  dropped: () => line`已取消，历史记录保留。`,
  lapsed: (wasDraft) =>
    wasDraft
      ? line`这个草稿一直没开始，周期已过，已归档，数据保留。`
      : line`这个目标一直没确认，周期已过，已归档，数据保留。`,
  periodOver: (end) => line`周期已于 ${f.date(end)}结束，补报已截止。`,
});
