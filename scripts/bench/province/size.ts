/** How large a province is asked for. */
export type Size = { readonly matters: number; readonly people: number; readonly communes: number };

/** The largest that the bench makes: a large province after some years. */
export const most: Size = { matters: 5_000_000, people: 5_000_000, communes: 200 };

/** What falls to each commune; the last one is no smaller than the others. */
export function perCommune({ matters, people, communes }: Size): { readonly matters: number; readonly people: number } {
  return { matters: Math.ceil(matters / communes), people: Math.ceil(people / communes) };
}

/** The instant at which the invented province stands still: Friday morning, in office hours. */
export const standstill = new Date("2026-11-20T09:00:00+07:00");

/** Invented officers of each post, in this order. */
export const crew = ["counterOfficer", "counterOfficer", "beatOfficer", "beatOfficer", "chief"] as const;

/** Official codes that no unit of the country bears. */
export const communeCode = (number: number): string => String(90_000 + number);
export const provinceCode = "24";

/** Sign-in of an officer, by commune (from 1) and place in the crew (from 0). */
export const loginOf = (commune: number, place: number): string => `bench.${commune}.${place}`;
export const analystLogin = "bench.analyst";
