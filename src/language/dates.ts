// STUB (being written): dates as people type them.
import type { LocalDate } from "#src/calendar/local-date";
import type { WorkCalendar } from "#src/calendar/workdays";

export interface DateProblem { kind: "not-a-date" | "does-not-exist" | "ambiguous"; text: string }
export interface Around { today: LocalDate; lean: "past" | "future"; weekStart?: 1; calendar?: WorkCalendar }
export type FoundDate = { date: LocalDate; start: number; end: number } | { problem: DateProblem; start: number; end: number };
export function findDate(_text: string, _around: Around): FoundDate | null { return null; }
export function readDate(text: string, _around: Around): { date: LocalDate } | { problem: DateProblem } {
  return { problem: { kind: "not-a-date", text } };
}
