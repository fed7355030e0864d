import { type Day, findDay } from "./day.ts";

/** What an identity card's code says. */
export type CardFacts = {
  readonly idNumber: string;
  readonly oldIdNumber: string | null;
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: "male" | "female";
  readonly address: string;
  readonly issuedOn: Day | null;
};

/** Why a code could not be read; each has a sentence of its own. */
export type CardFault = "empty" | "notACard" | "tooFewFields" | "badIdNumber" | "noName" | "badBirthDate" | "futureBirthDate" | "badSex" | "noAddress" | "badIssueDate";

export type CardReading = { readonly ok: true; readonly card: CardFacts } | { readonly ok: false; readonly fault: CardFault };

/**
 * Reads the QR code of an identity card as a keyboard-wedge scanner types it:
 * `number|old number|name|ddMMyyyy|sex|address|ddMMyyyy issued`, seven fields or more. The old number may be empty; the card of
 * 2024 may add fields behind, which are not kept. Nothing of the text leaves this function but the facts.
 *
 * @param today a birth or an issue after this day is refused
 */
export function readCard(scanned: string, today: Day): CardReading {
  // Some scanners type control characters around the code, and some send decomposed letters.
  const text = [...scanned.normalize("NFC")]
    .filter((letter) => letter >= " " && letter !== "\u007f" && letter !== "\ufeff")
    .join("")
    .trim()
    // Some scanners say first what kind of code it was, "]Q1" for a QR code.
    .replace(/^\]Q\d/, "");
  if (text === "") return fault("empty");
  if (!text.includes("|")) return fault("notACard");
  const fields = text.split("|").map((field) => field.trim().replace(/\s+/g, " "));
  if (fields.length < 7) return fault("tooFewFields");
  const [idNumber = "", oldIdNumber = "", fullName = "", born = "", sexWord = "", address = "", issued = ""] = fields;
  if (!isIdNumber(idNumber) || (oldIdNumber !== "" && !/^\d{9}(\d{3})?$/.test(oldIdNumber))) return fault("badIdNumber");
  if (!/^[\p{L}\p{M}'’ .-]{2,100}$/u.test(fullName)) return fault("noName");
  const bornOn = compactDay(born);
  if (bornOn === null || bornOn < "1900-01-01") return fault("badBirthDate");
  if (bornOn > today) return fault("futureBirthDate");
  const sex = sexOf(sexWord);
  if (sex === null) return fault("badSex");
  if (address.length < 3 || address.length > 300) return fault("noAddress");
  const issuedOn = issued === "" ? null : compactDay(issued);
  if (issued !== "" && (issuedOn === null || issuedOn > today || issuedOn < bornOn)) return fault("badIssueDate");
  return { ok: true, card: { idNumber, oldIdNumber: oldIdNumber || null, fullName, bornOn, sex, address, issuedOn } };
}

const fault = (why: CardFault): CardReading => ({ ok: false, fault: why });

/** "05031981" */
function compactDay(text: string): Day | null {
  const parts = text.match(/^(\d{2})(\d{2})(\d{4})$/);
  return parts ? findDay(`${parts[3]}-${parts[2]}-${parts[1]}`) : null;
}

function sexOf(word: string): "male" | "female" | null {
  const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain === "nam" ? "male" : plain === "nu" ? "female" : null;
}

/** Whether these are the twelve digits of a personal identity number. It carries no check digit: nothing more can be told from it alone. */
export function isIdNumber(digits: string): boolean {
  return /^\d{12}$/.test(digits);
}

/** The last four digits: all that lists and receipts show of a number. */
export function last4Of(number: string): string {
  return number.slice(-4);
}

/** A name for lists: the family name and the given name's initials ("Tran V. H."), enough to call somebody and no more. */
export function shortName(fullName: string): string {
  const [family = "", ...rest] = fullName.split(" ");
  return [family, ...rest.map((part) => `${[...part][0] ?? ""}.`)].join(" ");
}

/** A phone number as others may see it: its last four digits. */
export function shortPhone(phone: string): string {
  return `\u2026${last4Of(phone)}`;
}
