import { normalise } from "../../base/vietnamese.ts";

const code = String.raw`\b(?:otp|ma xac (?:thuc|nhan|minh)|pin|cvv|cvc)\b`;
/** What follows digits that are no amount of money. */
const notMoney = String.raw`(?!\d|[.,]\d|\s*(?:%|(?:trieu|nghin|ngan|dong|ti|k|vnd)\b))`;
const digits = String.raw`\d{3,8}${notMoney}`;
/** Only words of naming stand between the word and its digits: "the PIN of my card: 4839". */
const named = new RegExp(String.raw`${code}(?:\s*(?:cua (?:toi|em|anh|chi|minh|bac|co|chu|ong|ba)\b|la\b|so\b|day\b|nay\b|the\b|ma\b|:|=|-))*\s*${digits}`);
/** Other words of the same sentence stand between, and it is said to be so: "the OTP that they sent me is 483920". */
const told = new RegExp(String.raw`${code}[^\d.,;!?\n]{0,40}(?:\bla\b|:|=)\s*${digits}`);
/** Six digits close behind, as banks send them: "the OTP they sent me 483920". */
const sixDigits = new RegExp(String.raw`${code}[^\d.,;!?\n]{0,20}\d{6}${notMoney}`);
const passwords = /\b(?:mat khau|password|passcode|mk)\b\s*(?:(?:la|is|=|:)\s*)+(?=\S*[\d!@#$%^&*])\S{4,}/;
const assigned = /\b(?:mat khau|password|passcode|mk)\b\s*[:=]\s*\S{4,}/;

/** Whether a text gives a password or a one-time code away. Speaking of one ("they asked for my OTP") does not. */
export function tellsSecret(text: string): boolean {
  const plain = normalise(text);
  return [named, told, sixDigits, passwords, assigned].some((pattern) => pattern.test(plain));
}

/** Digits and last words covered, so that a form can be shown again without what must not stand anywhere. */
export function covered(text: string): string {
  return text.replace(/\S*\d\S*/g, "•••").replace(/([:=]\s*)\S+/g, "$1•••");
}
