import { parseArgs } from "node:util";
import { most, type Size } from "./province/size.ts";

export type Options = {
  readonly size: Size;
  readonly concurrency: readonly number[];
  readonly seconds: number;
  readonly databaseUrl: string | null;
  readonly json: string | null;
  /** Not pgbench, even where it is there. */
  readonly bareDriver: boolean;
};

export const usage = `npm run bench -- --matters 200000 --people 200000 --communes 20
  [--concurrency 1,4,16]   how many ask at once, at most 64
  [--seconds 5]            how long each thing is measured, at most 60
  [--database-url URL]     a PostgreSQL of your own; the database in it is called gandan_bench
  [--json FILE]            writes everything measured
  [--bare-driver]          compares with node-postgres, even where pgbench is there`;

/** @throws RangeError that says what is wrong */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { matters: text, people: text, communes: text, concurrency: text, seconds: text, "database-url": text, json: text, "bare-driver": { type: "boolean" } },
  });
  const number = (name: "matters" | "people" | "communes" | "seconds", unlessGiven: number, highest: number): number => whole(name, values[name] ?? String(unlessGiven), highest);
  const size = { matters: number("matters", 200_000, most.matters), people: number("people", 200_000, most.people), communes: number("communes", 20, most.communes) };
  if (size.matters < size.communes * 1_000 || size.people < size.communes * 100) throw new RangeError("a commune has at least 1000 matters and 100 people");
  return {
    size,
    concurrency: (values.concurrency ?? "1,4,16").split(",").map((one) => whole("concurrency", one, 64)),
    seconds: number("seconds", 5, 60),
    databaseUrl: values["database-url"] ?? null,
    json: values.json ?? null,
    bareDriver: values["bare-driver"] ?? false,
  };
}

function whole(name: string, text: string, highest: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > highest) throw new RangeError(`--${name} is a whole number from 1 to ${highest}, not ${text}`);
  return value;
}
