// Leave: whole days of a person's own calendar on which nobody expects anything of them. Pure.
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { covers, type Leave } from "#src/calendar/workdays";

/** The newest word counts: what it overlaps ends the day before, and what lay behind its beginning is replaced. */
export function takeLeave(known: readonly Leave[], added: Leave): readonly Leave[] {
  const kept = known.flatMap((each): Leave[] => {
    if (each.to < added.from || each.from > added.to) return [each];
    return each.from < added.from ? [{ from: each.from, to: addDays(added.from, -1) }] : [];
  });
  return [...kept, added].toSorted((a, b) => compareDates(a.from, b.from));
}

/** Back at work today: the leave that runs ends yesterday; where none runs, the next one planned is called off. Null: there is none. */
export function endLeave(
  known: readonly Leave[],
  today: LocalDate,
): { readonly left: readonly Leave[]; readonly ended: Leave } | null {
  const ended =
    known.find((each) => covers(each, today)) ??
    known.filter((each) => each.from > today).toSorted((a, b) => compareDates(a.from, b.from))[0];
  if (!ended) return null;
  const rest = known.filter((each) => each !== ended);
  return {
    ended,
    left: ended.from < today ? [...rest, { from: ended.from, to: addDays(today, -1) }] : rest,
  };
}
