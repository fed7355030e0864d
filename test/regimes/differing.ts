import type { Route } from "../../src/web/route.ts";
import type { Desk, Question, Told } from "./desk.ts";
import { routeOf } from "./known.ts";
import { sayingOf } from "./telling.ts";

/** Two desks over two worlds, and what exists by reference in either. */
export type Pair = { readonly whole: Desk; readonly without: Desk; readonly references: ReadonlySet<string> };

/** The questions whose answers tell the two worlds apart, each with how; and those that the house could not answer at all. */
export async function differing({ whole, without, references }: Pair, routes: readonly Route[], questions: readonly Question[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const question of questions) {
    const [here, there] = await Promise.all([whole.ask(question), without.ask(question)]);
    const how = here.status >= 500 ? `a bug, ${here.status}` : howTheyDiffer(here, there, references);
    if (how === null) continue;
    const method = question.fields === null ? "GET" : "POST";
    told.push(`${method} ${routeOf(routes, method, question.url)?.url ?? question.url}: ${how} (${question.url} ${JSON.stringify(question.fields)})`);
  }
  return told;
}

function howTheyDiffer(here: Told, there: Told, references: ReadonlySet<string>): string | null {
  if (here.status !== there.status) return `${here.status}, not ${there.status}`;
  const [said, otherwise] = [sayingOf(here, references), sayingOf(there, references)];
  if (said !== otherwise) return `says ${around(said, otherwise)}, not ${around(otherwise, said)}`;
  if (here.statements.join("\n") !== there.statements.join("\n")) return `asks PostgreSQL ${here.statements.length} times, not ${there.statements.length}, or otherwise`;
  return null;
}

/** What stands where two texts part. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return JSON.stringify(Buffer.from(text.slice(Math.max(0, at - 30), at + 60), "latin1").toString());
}
