// The modules of Zoho that may hold what was sold, and what stands where in them.
export interface Module {
  readonly name: "Deals" | "Sales_Orders";
  /** In the addresses of its pages. */
  readonly tab: string;
  readonly said: string;
  readonly kind: "deal" | "order";
  /** Every edition has it: without it there is nothing to read. */
  readonly always: boolean;
  readonly pipelines: boolean;
  readonly scope: string;
  readonly title: string;
  readonly stage: string;
  /** Proposed. */
  readonly amount: string;
  readonly day: string;
  /** What an organisation may not have, or its reading user not see. */
  readonly perhaps: readonly string[];
}

export const modules: readonly Module[] = [
  {
    name: "Deals",
    tab: "Potentials",
    said: "Deals",
    kind: "deal",
    always: true,
    pipelines: true,
    scope: "ZohoCRM.modules.deals.READ",
    title: "Deal_Name",
    stage: "Stage",
    amount: "Amount",
    day: "Closing_Date",
    perhaps: [
      "Currency",
      "Pipeline",
      "Closing_Date",
      "Next_Step",
      "Probability",
      "Last_Activity_Time",
      "Created_Time",
    ],
  },
  {
    name: "Sales_Orders",
    tab: "SalesOrders",
    said: "Sales Orders",
    kind: "order",
    always: false,
    pipelines: false,
    scope: "ZohoCRM.modules.salesorders.READ",
    title: "Subject",
    stage: "Status",
    amount: "Grand_Total",
    day: "Created_Time",
    perhaps: ["Currency"],
  },
];

/** A query needs two scopes, and the refusal does not say which is missing. */
export const readScope = (module: Module): string => `ZohoCRM.coql.READ, ${module.scope}`;
