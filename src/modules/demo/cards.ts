import { addDays, type Day, partsOf } from "../../base/day.ts";
import { readCast, readUnits } from "./files.ts";
import { type Resident, residentsOf } from "./residents.ts";
import { sexWords } from "./texts.ts";

const issuedFrom = "2021-04-05" as Day;

/** A dozen invented identity cards as their QR codes read, for trying out the counter: residents of today's Phuong Son and Tien Luc. */
export function demoCards(): string[] {
  const cast = readCast();
  const [first, second] = cast.posts;
  const cards = [first, second].flatMap((post, p) => {
    if (!post) return [];
    const people = residentsOf(cast, post).slice(0, p === 0 ? 8 : 4);
    return people.map((resident, i) => cardOf(resident, oldAddressOf(post.before[0]?.code ?? "", resident), addDays(issuedFrom, 37 * (8 * p + i))));
  });
  return cards;
}

function cardOf({ idNumber, fullName, bornOn, sex }: Resident, address: string, issuedOn: Day): string {
  return [idNumber, "", fullName, compact(bornOn), sexWords[sex].vi, address, compact(issuedOn)].join("|");
}

/** As cards of those years wrote it: hamlet, commune, district, province, without the words for their types. */
function oldAddressOf(code: string, resident: Resident): string {
  const seed = readUnits();
  const on = "2023-11-01" as Day;
  const nameOf = (bearer: string): string => seed.units.find((unit) => unit.code === bearer && unit.from <= on && (unit.to === null || on < unit.to))?.name ?? "";
  const home = seed.hamlets.find((group) => group.periods.some((period) => period.in === code));
  const commune = seed.units.find((unit) => unit.code === code && unit.from <= on);
  const hamlet = home ? `${home.periods[0]?.word} ${home.names[resident.hamlet % home.names.length]}` : "";
  return [hamlet, nameOf(code), nameOf(commune?.in ?? ""), nameOf("24")].join(", ");
}

/** "05031981" */
function compact(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(dayOfMonth).padStart(2, "0")}${String(month).padStart(2, "0")}${year}`;
}
