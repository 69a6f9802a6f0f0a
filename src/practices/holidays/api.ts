// What other practices, and the operator's tools, may ask about years that are not whole.
export { openCalendars, type OpenYear } from "./rules.ts";
export type { HolidayStore } from "./store.ts";
