import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TypesetAnswer, TypesetOrder } from "./messages.ts";

/** The paper could not be made; `message` says which template and why, without the data. */
export class TypesetError extends Error {
  constructor(template: string, reason: string) {
    super(`Typesetting ${template} failed: ${reason}`);
    this.name = "TypesetError";
  }
}

type Work = { readonly template: string; readonly settle: (result: Uint8Array | TypesetError) => void; readonly alarm: NodeJS.Timeout };

// The file beside this one, under the ending this one runs with: .ts from source, .js from dist/server.
const workerFile = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url));

// The process gets no setting of the server: it needs none, and so can give none away.
function bareEnvironment(): NodeJS.ProcessEnv {
  const names = ["PATH", "SystemRoot", "TEMP", "TMPDIR"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

/**
 * One typesetting process. It sets one document at a time.
 *
 * A process and not a thread, because the compiler's memory is never given back when a thread ends (measured: 1.3 MB a
 * document, also after `evictCache`), and because a fault in native code would take the server with it.
 */
export class Press {
  served = 0;
  ready = false;
  readonly #process: ChildProcess;
  #work: Work | null = null;
  #fault = "the typesetting process ended";

  constructor(root: string, onChange: (press: Press, event: "ready" | "free" | "gone") => void) {
    this.#process = fork(workerFile, [root], {
      serialization: "advanced",
      execArgv: [],
      env: bareEnvironment(),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#process.on("message", (answer: TypesetAnswer) => {
      if (answer.kind === "ready") {
        this.ready = true;
        onChange(this, "ready");
      } else {
        this.#finish(answer);
        onChange(this, "free");
      }
    });
    this.#process.on("error", (error) => {
      this.#fault = error.message;
    });
    this.#process.on("close", () => {
      this.#finish({ kind: "failed", reason: this.#fault });
      onChange(this, "gone");
    });
  }

  get processId(): number | undefined {
    return this.#process.pid;
  }

  get busy(): boolean {
    return this.#work !== null;
  }

  /** Sets one document; the caller has seen that the press is not busy. */
  work(order: TypesetOrder, patienceMs: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(() => this.stop(`not done after ${patienceMs} ms`), patienceMs);
      const settle = (result: Uint8Array | TypesetError) => (result instanceof TypesetError ? reject(result) : resolve(result));
      this.#work = { template: order.template, settle, alarm };
      this.#process.send(order, (error) => {
        if (error !== null) this.stop("the typesetting process cannot be reached");
      });
    });
  }

  /** Ends the process at once; a document in work fails with `reason`. */
  stop(reason: string): void {
    this.#fault = reason;
    this.#process.kill("SIGKILL");
  }

  #finish(answer: Exclude<TypesetAnswer, { kind: "ready" }>): void {
    const work = this.#work;
    if (work === null) return;
    this.#work = null;
    this.served += 1;
    clearTimeout(work.alarm);
    work.settle(answer.kind === "done" ? Uint8Array.from(answer.bytes) : new TypesetError(work.template, answer.reason));
  }
}
