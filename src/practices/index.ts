// The table of contents of the product, in the order in which practices may build on each other.
import type { AnyPractice } from "#src/bot/declare/practice";
import { accounts } from "./accounts/index.ts";
import { away } from "./away/index.ts";
import { checkins } from "./checkins/index.ts";
import { decisions } from "./decisions/index.ts";
import { deals } from "./deals/index.ts";
import { feedback } from "./feedback/index.ts";
import { goals } from "./goals/index.ts";
import { help } from "./help/index.ts";
import { holidays } from "./holidays/index.ts";
import { numbers } from "./numbers/index.ts";
import { oneonones } from "./oneonones/index.ts";
import { pages } from "./pages/index.ts";
import { personalReminders } from "./personal-reminders/index.ts";
import { privacy } from "./privacy/index.ts";
import { recognition } from "./recognition/index.ts";
import { reminders } from "./reminders/index.ts";
import { requests } from "./requests/index.ts";
import { rights } from "./rights/index.ts";
import { settings } from "./settings/index.ts";
import { setup } from "./setup/index.ts";
import { sync } from "./sync/index.ts";

export const practices = [
  help,
  pages,
  reminders,
  personalReminders,
  requests,
  settings,
  rights,
  privacy,
  accounts,
  away,
  holidays,
  setup,
  feedback,
  goals,
  numbers,
  deals,
  decisions,
  checkins,
  recognition,
  sync,
  oneonones,
] as const satisfies readonly AnyPractice[];
