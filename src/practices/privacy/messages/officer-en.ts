// What privacy says in English of who decides about deletions.
import { line, said, typed, type Line } from "#src/view/line";

export const officer = () => ({
  officerIs: (name: string | null): Line =>
    name === null
      ? line`Admins decide about requests to delete data. Name someone: ${typed("privacy officer @anna")}`
      : line`${said(name)} decides about requests to delete data. The same line with their name ends it.`,
  officerNow: (name: string): Line =>
    line`${said(name)} decides about requests to delete data from now on.`,
  officerNoMore: (name: string): Line =>
    line`${said(name)} no longer decides about requests to delete data; admins do.`,
  youAreOfficer: (by: string): Line =>
    line`${said(by)} named you privacy officer: requests to delete data come to you.`,
  youAreOfficerNoMore: (): Line => line`Requests to delete data no longer come to you.`,
  helpOfficer: () => ({
    does: line`Who decides about requests to delete data`,
    usage: "privacy officer [@person]",
    example: "privacy officer @anna",
  }),
});

export type OfficerMessages = ReturnType<typeof officer>;
