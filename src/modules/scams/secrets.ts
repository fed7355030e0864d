import { normalise } from "../../base/vietnamese.ts";

/** Words that go before a one-time code, a PIN or the digits on the back of a card. */
const codes = /\b(?:otp|ma xac (?:thuc|nhan|minh)|pin|cvv|cvc)\b\D{0,20}\d{3,8}(?!\d)/;
const passwords = /\b(?:mat khau|password|passcode|mk)\b\s*(?:(?:la|is|=|:)\s*)+(?=\S*[\d!@#$%^&*])\S{4,}/;
const assigned = /\b(?:mat khau|password|passcode|mk)\b\s*[:=]\s*\S{4,}/;

/** Whether a text gives a password or a one-time code away. Speaking of one ("they asked for my OTP") does not. */
export function tellsSecret(text: string): boolean {
  const plain = normalise(text);
  return codes.test(plain) || passwords.test(plain) || assigned.test(plain);
}

/** Digits and last words covered, so that a form can be shown again without what must not stand anywhere. */
export function covered(text: string): string {
  return text.replace(/\S*\d\S*/g, "•••").replace(/([:=]\s*)\S+/g, "$1•••");
}
