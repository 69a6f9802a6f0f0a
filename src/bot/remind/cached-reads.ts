// Plans are asked rule by rule, and the rules ask the same few questions. While nothing is written, each is asked once.

/** The same stores, to be read from only: the answer to a method and its arguments is kept as long as this object is. */
export function cachedReads<S extends object>(stores: S): S {
  return wrap(stores, (store) =>
    typeof store === "object" && store !== null ? askingOnce(store) : store,
  );
}

function askingOnce(store: object): object {
  const answers = new Map<string, unknown>();
  return wrap(store, (method, name) => {
    if (typeof method !== "function") return method;
    return (...args: readonly unknown[]): unknown => {
      const question = JSON.stringify([name, ...args]);
      if (!answers.has(question)) answers.set(question, Reflect.apply(method, store, args));
      return answers.get(question);
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
