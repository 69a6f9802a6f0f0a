// A goal that is closed, dropped, or put away when its time is over.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, typed, type Line } from "#src/view/line";

export const close = (f: Formatter) => ({
  close: (): Line => line`Close goal`,
  closeTitle: (number: number): Line => line`Close G${String(number)}`,
  closeLesson: (): Line => line`What you learned`,
  closeHow: (): Line => line`How does it end?`,
  closeByFigures: (): Line => line`by the figures`,
  closeDropped: (): Line => line`dropped: no longer makes sense`,
  closeLessonHint: (): Line => line`If dropped: why`,
  lessonNeeded: (): Line => line`Please say in a line why it's dropped.`,
  lessonKept: (): Line => line`Saved. Thank you.`,
  closedAs: (state: "achieved" | "missed" | "dropped", lesson: boolean): Line =>
    line`${{ achieved: "Achieved. Well run.", missed: "Not this time. Thank you for the effort.", dropped: "Dropped. More room for what matters now." }[state]}${lesson ? " What you learned is noted." : ""}`,
  closedMeanwhile: (number: number): Line =>
    line`G${String(number)} was closed in the meantime, so nothing was changed. ${typed(`goal G${String(number)}`)} shows how it ended.`,
  drop: (): Line => line`Drop goal`,
  dropSure: (): Line => line`Drop this goal? Its history stays.`,
  dropped: (): Line => line`Dropped. Its history stays.`,
  lapsed: (wasDraft: boolean): Line =>
    wasDraft
      ? line`This draft was never started and its period has ended. It's archived; nothing is lost.`
      : line`This goal was never confirmed and its period has ended. It's archived; nothing is lost.`,
  periodOver: (end: LocalDate): Line =>
    line`Its period ended on ${f.date(end)}, and late entries are closed.`,
});

export type CloseMessages = ReturnType<typeof close>;
