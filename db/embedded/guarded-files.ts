// The embedded database's files as PGlite reads and writes them, with a question before every change: what a process writes whose folder
// is another's by now spoils that other's database.
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Operations = Record<string, (...given: unknown[]) => unknown>;
/** Emscripten's Node file system. Each open file and folder refers to these two objects. */
interface NodeOperations {
  readonly node_ops: Operations;
  readonly stream_ops: Operations;
}

const changesFolder = ["setattr", "mknod", "rename", "unlink", "rmdir", "symlink"] as const;
const changesFile = ["open", "write", "setattr", "msync"] as const;

/** `ask` comes back where it may be written. */
export class GuardedFiles extends NodeFS {
  readonly #ask: () => void;

  constructor(folder: string, ask: () => void) {
    super(folder);
    this.#ask = ask;
  }

  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...given);
    const guard = (module: unknown) => {
      const { node_ops, stream_ops } = (module as { readonly NODEFS: NodeOperations }).NODEFS;
      for (const name of changesFolder) this.#guardOne(node_ops, name);
      for (const name of changesFile) this.#guardOne(stream_ops, name);
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), guard] },
    };
  }

  #guardOne(operations: Operations, name: string): void {
    const original = operations[name];
    if (!original) throw new Error(`PGlite has no ${name} to guard`);
    operations[name] = (...given) => {
      this.#ask();
      return original(...given);
    };
  }
}
