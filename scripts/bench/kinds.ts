/** What is measured. Each is one address of the product. */
export const kinds = ["inbox", "search", "dossier", "move", "receipt", "tracking"] as const;
export type Kind = (typeof kinds)[number];

/** One request as a browser would send it, ready for the loopback and for a call without HTTP. */
export type Shot = {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Null for a GET. */
  readonly form: Readonly<Record<string, string>> | null;
  /** Session of the officer; null for a resident. */
  readonly token: string | null;
};

/** Shots of a kind, and how they may be used: again and again, once each, or in turn by one connection that counts the versions on. */
export type Magazine = { readonly kind: Kind; readonly use: "again" | "once" | "versioned"; readonly shots: readonly Shot[] };

export const wanted: Readonly<Record<Kind, number>> = { inbox: 200, search: 200, dossier: 200, move: 303, receipt: 303, tracking: 200 };

export function pathOf({ route, params, query }: Shot): string {
  const path = route.replace(/^\w+ /, "").replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const asked = new URLSearchParams(query).toString();
  return asked ? `${path}?${asked}` : path;
}

export type Latencies = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly count: number; readonly failed: number };

/** @param times milliseconds of each request that went well */
export function latencies(times: readonly number[], seconds: number, failed: number): Latencies {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { perSecond: sorted.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length, failed };
}

/** Hands out shots to connections in the way their magazine allows; null when there are none left. */
export function dispenser({ use, shots }: Magazine, concurrency: number): (connection: number) => Shot | null {
  let next = 0;
  const turns = new Array<number>(concurrency).fill(0);
  const versions = new Map<Shot, number>();
  return (connection) => {
    if (use === "again") return shots[next++ % shots.length] ?? null;
    if (use === "once") return shots[next++] ?? null;
    // Each connection has dossiers of its own, so that none meets another's version.
    const own = Math.floor(shots.length / concurrency);
    const turn = turns[connection] ?? 0;
    turns[connection] = turn + 1;
    const shot = shots[connection * own + (turn % own)];
    if (!shot) return null;
    const version = versions.get(shot) ?? Number(shot.form?.["version"]);
    versions.set(shot, version + 1);
    return { ...shot, form: { ...shot.form, version: String(version) } };
  };
}
