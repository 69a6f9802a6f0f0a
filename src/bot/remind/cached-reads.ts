// Plans are asked rule by rule, and the rules ask the same few questions. While nothing is written, each is asked once.

/** What was asked and what came of it, for as long as nothing is written. */
export type Answers = Map<string, unknown>;

/** Under which an answer is kept. */
export const question = (store: string, method: string, ...args: readonly unknown[]): string =>
  JSON.stringify([store, method, ...args]);

/**
 * The same stores, to be read from only: the answer to a method and its arguments is kept as long as `answers` is, which several readings
 * may share. What failed is asked again.
 */
export function cachedReads<S extends object>(stores: S, answers: Answers = new Map()): S {
  return wrap(stores, (store, name) =>
    typeof store === "object" && store !== null ? askingOnce(store, name, answers) : store,
  );
}

function askingOnce(store: object, storeName: string, answers: Answers): object {
  return wrap(store, (method, name) => {
    if (typeof method !== "function") return method;
    return (...args: readonly unknown[]): unknown => {
      const asked = question(storeName, name, ...args);
      if (!answers.has(asked)) {
        const answer: unknown = Reflect.apply(method, store, args);
        answers.set(asked, answer);
        if (answer instanceof Promise) answer.catch(() => answers.delete(asked));
      }
      return answers.get(asked);
    };
  });
}

function wrap<T extends object>(target: T, change: (value: unknown, name: string) => unknown): T {
  const made = new Map<string | symbol, unknown>();
  return new Proxy(target, {
    get(of, name) {
      if (!made.has(name)) made.set(name, change(Reflect.get(of, name), String(name)));
      return made.get(name);
    },
  });
}
