import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../root.js";

/** What the bench needs to know of the law of the counter. */
export type CounterLaw = Pick<typeof import("../../src/modules/procedures/law.ts"), "papersNeeded" | "procedureLaw" | "procedureOn" | "termFor">;

/** A file of the compiled product: what Node can run of it without building anything, and exactly what is delivered. */
export const compiled = async <T>(file: string): Promise<T> => (await import(pathToFileURL(join(root, "dist/server", file)).href)) as T;

export const counterLaw = (): Promise<CounterLaw> => compiled("modules/procedures/law.js");
