import { test } from "vitest";
import { findDate, readDate } from "#src/language/dates";
import { findAmounts } from "#src/language/amount";
import { findWithChrono } from "#src/language/dates-chrono";
import { localDate } from "#src/calendar/local-date";
import { normalise } from "#src/language/text";
const today = localDate("2026-11-25"); // Wednesday
test("x", () => {
  for (const t of ["a week from Friday","下周周五","Friday next week","next week Friday","within the next 10 days","in the next 2 weeks","3 days from tomorrow","Saturday the 12th","thirteen days ago","10 days hence","Sept 5, '27","in 2 and a half weeks","2 weeks after Friday","Nov 23-25","the second of December","fourth of July 2027","2 days after tomorrow","周五大客户拜访","2-3 deals","6 weeks from today", "December 5, 26"])
    { const r = findDate(t, { today, lean: "future" }); console.log(t, "=>", r && ("date" in r ? r.date : r.problem.kind), r && `«${t.slice(r.start, r.end)}»`, findWithChrono(t,{today,lean:"future"})); }
  const around = { today, lean: "past" as const };
  const bad: [string,string][] = [["1,","1,".repeat(2500)],[",","1"+",".repeat(4999)],["digits","9".repeat(5000)],["万","万".repeat(5000)],["三万","三万".repeat(2500)],["sp"," ".repeat(5000)],["on ","on ".repeat(1666)],["周","周".repeat(5000)],["Dec ","Dec 3 x".repeat(700)],["-","-".repeat(5000)],["1-","1-".repeat(2500)],["12月","12月".repeat(1666)],["月","月3".repeat(2500)],["US$","US$".repeat(1666)],["http","http://".repeat(700)],["calls 20, ","calls 20, visits 3; ".repeat(250)],["mon may 3 ", "may 3 a ".repeat(620)],["1/2","1/2 ".repeat(1250)],["3天 ","3天 ".repeat(1600)],["点","一点".repeat(2500)],["2026年","2026年".repeat(1000)],["‍","‍a".repeat(2500)],["sun","sun x ".repeat(800)]];
  for (const [n,t] of bad) { const x=performance.now(); normalise(t); const y=performance.now(); findAmounts(t); const z=performance.now(); findDate(t,around); const w=performance.now(); console.log(n,(y-x).toFixed(1),(z-y).toFixed(1),(w-z).toFixed(1)); }
  for (const line of ["今天 电话20 拜访3 回款12万 仁济医院","log 12k for acme yesterday, met Dr Wang and Sun", "hello there my friend"]) { for (let i=0;i<2000;i++) { findDate(line,around); findAmounts(line);} let x=performance.now(); for (let i=0;i<2000;i++) findDate(line,around); let y=performance.now(); for (let i=0;i<2000;i++) findAmounts(line); let z=performance.now(); for (let i=0;i<2000;i++) normalise(line); console.log(line,"date µs",(y-x)/2,"amount µs",(z-y)/2,"norm",(performance.now()-z)/2);}
});
