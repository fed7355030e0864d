import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** A process of the bench that is told one thing at a time and answers. */
export type Child = { ask<T>(message: unknown): Promise<T>; end(): void };

export function startChild(file: string): Child {
  const child: ChildProcess = fork(join(import.meta.dirname, file), [], { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ask = <T>(message: unknown): Promise<T> =>
    new Promise((done, fail) => {
      const gone = (code: number | null): void => fail(new Error(`${file} ended with ${code}`));
      child.once("exit", gone);
      child.once("message", (answer: { result?: T; error?: string }) => {
        child.removeListener("exit", gone);
        if (answer.error === undefined) done(answer.result as T);
        else fail(new Error(answer.error));
      });
      child.send(message as object);
    });
  return { ask, end: () => void child.kill("SIGTERM") };
}
