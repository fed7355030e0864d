import type { Share } from "./indicators.ts";

/** A place whose terrain nobody has told is compared with none. */
export const terrains = ["plain", "hill", "mountain", "island", "unknown"] as const;
export type Terrain = (typeof terrains)[number];
export type ToldTerrain = Exclude<Terrain, "unknown">;

/** How a post stands to its peers: posts on the same terrain, all of them together. */
export type Standing = "above" | "alike" | "below" | "tooFew";

/** So few dossiers say nothing about a post, whatever their share. */
const fewestToCompare = 30;
/** Against so few others nobody is compared. */
const fewestPeers = 3;

export type Peer = { readonly id: number; readonly terrain: Terrain; readonly share: Share | null };

/**
 * Where each stands among its peers. There are no places: a post is above or below only when its share would be so even after the swing
 * that chance alone gives to so many dossiers (Wilson's interval of 95 %). A small post is therefore neither first nor last.
 */
export function standingsOf(peers: readonly Peer[]): ReadonlyMap<number, Standing> {
  return new Map(peers.map((one) => [one.id, standingOf(one, peers)]));
}

function standingOf({ id, terrain, share }: Peer, all: readonly Peer[]): Standing {
  const others = all.flatMap((other) => (other.id !== id && other.terrain === terrain && isEnough(other.share) ? [other.share] : []));
  if (terrain === "unknown" || !isEnough(share) || others.length < fewestPeers) return "tooFew";
  const common = others.reduce((sum, { part }) => sum + part, 0) / others.reduce((sum, { whole }) => sum + whole, 0);
  const [low, high] = spread(share);
  if (low > common) return "above";
  return high < common ? "below" : "alike";
}

function isEnough(share: Share | null): share is Share {
  return share !== null && share.whole >= fewestToCompare;
}

/** Wilson's interval: where the true share lies in 95 of 100 cases. */
export function spread({ part, whole }: Share): readonly [low: number, high: number] {
  const z = 1.96;
  const share = part / whole;
  const middle = (share + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const reach = (z / (1 + (z * z) / whole)) * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  return [middle - reach, middle + reach];
}
