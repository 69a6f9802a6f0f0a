// The preset objects of Fxiaoke that may hold what was sold, and what stands where in them; describe decides what is really there.
import type { CrmKind } from "#src/ports/crm";

export interface Preset {
  readonly kind: CrmKind;
  /** Its options are the states a row may be in. */
  readonly status: string | null;
  /** How far it is, in the words of the organisation; the status where there is none. */
  readonly step: string | null;
  /** What is proposed, the first that is there. */
  readonly amount: readonly string[];
  readonly day: readonly string[];
  readonly close: string | null;
  readonly stepSince: string | null;
  readonly lastActivity: string | null;
}

const paper = { step: null, close: null, stepSince: null, lastActivity: null };

/** In the order in which they are proposed. */
export const presets: Readonly<Record<string, Preset>> = {
  // 商机2.0
  NewOpportunityObj: {
    kind: "deal",
    status: "sales_status",
    step: "sales_stage",
    amount: ["amount"],
    day: ["close_date", "stg_changed_time"],
    close: "close_date",
    stepSince: "stg_changed_time",
    lastActivity: "last_followed_time",
  },
  // 商机
  OpportunityObj: {
    kind: "deal",
    status: "biz_status",
    step: "oppo_stage_id",
    amount: ["expected_deal_amount", "amount"],
    day: ["expected_deal_closed_date", "sales_stg_changed_time"],
    close: "expected_deal_closed_date",
    stepSince: "sales_stg_changed_time",
    lastActivity: "last_followed_time",
  },
  SalesOrderObj: {
    ...paper,
    kind: "order",
    status: "order_status",
    amount: ["order_amount"],
    day: ["order_time"],
  },
  ContractObj: {
    ...paper,
    kind: "order",
    status: "contract_status",
    amount: ["contract_amount"],
    day: ["confirm_time"],
  },
  // 回款明细: what PaymentObj 回款 shows as its amount is counted from these, and only while it is shown.
  OrderPaymentObj: {
    ...paper,
    kind: "payment",
    status: null,
    amount: ["payment_amount", "amount"],
    day: ["payment_time"],
  },
  PaymentObj: {
    ...paper,
    kind: "payment",
    status: null,
    amount: ["amount", "payment_amount"],
    day: ["payment_time"],
  },
};

/** What an organisation made itself may be chosen by its name alone. */
export const presetOf = (object: string): Preset =>
  presets[object] ?? { ...paper, kind: "order", status: null, amount: [], day: [] };
