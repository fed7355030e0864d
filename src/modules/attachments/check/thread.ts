import { Worker } from "node:worker_threads";

type Look = {
  /** The worker that looks; it posts one message. */
  readonly worker: URL;
  /** What it gets, as its `workerData`. Bytes are copied. */
  readonly given: unknown;
  readonly patienceMs: number;
};

/** Beside this file, as source or built. @param name without an ending */
export const workerFile = (name: string): URL => new URL(`./${name}.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/**
 * Looks at what a stranger sent in a thread of its own, with little memory and little time: a file made to exhaust either takes neither from
 * anybody else.
 *
 * @returns its message; null when it broke or did not end in its time and its room
 */
export function askThread<T>({ worker: file, given, patienceMs }: Look): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<T | null>();
  const worker = new Worker(file, { workerData: given, resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }, env: {}, execArgv: [] });
  const end = (answer: T | null): void => {
    clearTimeout(patience);
    resolve(answer);
    void worker.terminate();
  };
  const patience = setTimeout(() => end(null), patienceMs);
  worker.once("message", end);
  worker.once("error", () => end(null));
  worker.once("exit", () => end(null));
  return promise;
}
