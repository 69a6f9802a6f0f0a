// Who works in the playground: the centre led from Shanghai, and a small one led from London, so that there is a manager of either language.
import type { PersonId } from "#src/people/person";

/** Ids of the playground are fixed, so that a second start finds what is there. */
export const numbered = (kind: string, n: number): string =>
  `00000000-0000-7000-8000-${kind}${String(n).padStart(8, "0")}`;

/** By their place in the list of everybody: 0 is the manager in Shanghai. */
export const personId = (n: number): PersonId => numbered("2001", n) as PersonId;

export interface Staff {
  readonly user: string;
  readonly name: string;
  readonly locale: "zh" | "en";
  readonly zone: string;
  readonly country: string;
}

export interface Rep extends Staff {
  readonly currency: string;
  readonly target: string;
  /** What comes in on a workday, in the person's currency; the pattern repeats. */
  readonly days: readonly string[];
}

export const manager: Staff = {
  user: "zhoulan",
  name: "周岚",
  locale: "zh",
  zone: "Asia/Shanghai",
  country: "CN",
};

export const reps: readonly Rep[] = [
  {
    user: "linxiao",
    name: "林晓",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "1000000",
    days: ["0", "35000", "0", "68000", "22000"],
  },
  {
    user: "wanglei",
    name: "王磊",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "1200000",
    days: ["18000", "0", "42000", "0", "15000"],
  },
  {
    user: "chenjing",
    name: "陈静",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "800000",
    days: ["26000", "31000", "0", "19500", "24000"],
  },
  {
    user: "renke",
    name: "Renke Petersen",
    locale: "en",
    zone: "Europe/Berlin",
    country: "DE",
    currency: "EUR",
    target: "500000",
    days: ["12000", "0", "26000", "9500", "31000"],
  },
  {
    user: "anna",
    name: "Anna Weber",
    locale: "en",
    zone: "Europe/Berlin",
    country: "DE",
    currency: "EUR",
    target: "420000",
    days: ["0", "8000", "14000", "0", "11000"],
  },
  {
    user: "maya",
    name: "Maya Collins",
    locale: "en",
    zone: "America/New_York",
    country: "US",
    currency: "USD",
    target: "600000",
    days: ["21000", "17500", "0", "33000", "0"],
  },
];

export const londonManager: Staff = {
  user: "claire",
  name: "Claire Hughes",
  locale: "en",
  zone: "Europe/London",
  country: "GB",
};

export const londonReps: readonly Rep[] = [
  {
    user: "tom",
    name: "Tom Baker",
    locale: "en",
    zone: "Europe/London",
    country: "GB",
    currency: "GBP",
    target: "360000",
    days: ["9000", "0", "14500", "7000", "0"],
  },
  {
    user: "aisha",
    name: "Aisha Khan",
    locale: "en",
    zone: "Europe/London",
    country: "GB",
    currency: "GBP",
    target: "300000",
    days: ["0", "6500", "0", "4000", "3000"],
  },
];
