// Help, and the frame of a person's own page.
import type { HelpGroup } from "../../declare/product-guide.ts";
import { line, said, typed, type Line } from "#src/view/line";

const groups: Readonly<Record<HelpGroup, string>> = {
  team: "Your team",
  goals: "Goals and numbers",
  week: "Your week",
  people: "Praise and feedback",
  own: "Just for you",
};

export const help = () => ({
  helpTitle: (): Line => line`What you can type`,
  helpGroup: (group: HelpGroup): Line => line`${groups[group]}`,
  helpMoreOf: (group: HelpGroup): Line => line`More: ${groups[group]}`,
  helpAll: (): Line => line`All of help`,
  helpUnknown: (about: string): Line => line`I know no command “${said(about)}”. These are yours:`,
  helpMore: (): Line =>
    line`Every word works in English and Chinese. ${typed("help log")} shows one of them with an example.`,
  helpExample: (example: string): Line => line`Example: ${typed(example)}`,
  alsoWords: (words: string): Line => line`Also understood: ${words}`,
  helpHelp: () => ({
    does: line`What you can type here`,
    usage: "help [verb]",
    example: "help log",
  }),
  helloHome: (name: string): Line => line`Hello, ${said(name)}`,
  homeHelp: () => ({
    does: line`Your own page: goals and what is next`,
    usage: "home",
    example: "home",
  }),
  homeTitle: (): Line => line`Home`,
  homeEmpty: (): Line =>
    line`Nothing here yet. Start with ${typed("goal new revenue 100k by 12-31")}.`,
});

export type HelpMessages = ReturnType<typeof help>;
