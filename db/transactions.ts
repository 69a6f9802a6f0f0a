// Notices when the outer database is used inside its own transaction: on PGlite that waits for itself for ever, on
// PostgreSQL it leaves the transaction (and the organisation) behind. Both are refused, loudly, before anything is sent.
import { AsyncLocalStorage } from "node:async_hooks";
import { DatabaseError } from "./errors.ts";

export interface TransactionWatch {
  /** Throws inside a transaction that is still open. */
  refuseInside(): void;
  /** Runs the body of a transaction; what it leaves running afterwards is outside again. */
  inside<T>(work: () => Promise<T>): Promise<T>;
}

export function watchTransactions(): TransactionWatch {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    refuseInside() {
      if (current.getStore()?.open === true) {
        throw new DatabaseError(
          "The outer database was used inside a transaction: use the tx it was given.",
        );
      }
    },
    async inside(work) {
      const scope = { open: true };
      try {
        return await current.run(scope, work);
      } finally {
        scope.open = false;
      }
    },
  };
}
