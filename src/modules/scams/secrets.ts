import { normalise } from "../../base/vietnamese.ts";

/** What stands in ordinary stories and is no secret: taken out before anything is looked for. */
const harmless = new RegExp(
  [
    // A phone, in groups or not; an account behind its word; any longer number: no bank sends a code of nine digits.
    String.raw`(?<!\d)(?:\+?84|0084|0)\d{2,3}(?:[ .-]?\d{3,4}){2}(?!\d)`,
    String.raw`\b(?:stk|tk|tai khoan)(?: so| la|:)*\s*\d(?:[ .-]?\d){8,}`,
    String.raw`\d{9,}`,
    // Money with its word, or in round thousands.
    String.raw`\b\d{1,3}(?:[ .,]\d{3})*(?:[.,]\d+)?\s*(?:%|(?:trieu|tr\d?|nghin|ngan|k|ti|dong|vnd|usd)\b)`,
    String.raw`\b\d{1,3}(?:(?:[.,]000)+|(?:[.,]\d{3}){2,})(?!\d)`,
    // Times and days, also as a telephone writes them into one number.
    String.raw`\b(?:[01]?\d|2[0-3])(?::[0-5]\d|[hg]\d{0,2}| gio(?: \d{1,2})?)\b`,
    String.raw`\bluc (?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?\b`,
    String.raw`\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b`,
    String.raw`\bngay (?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:20)?\d\d\b`,
    // Links, number plates, and units of the police as swindlers name them.
    String.raw`\b(?:https?://)?(?<![a-z\d.-])[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,5}\.(?:com|vn|net|org|info|top|xyz|me|cc|vip|shop|club|online|site|app|ly)\b(?:/\S*)?`,
    String.raw`\b\d{2}[a-z]\d?[ -]?\d{3}\.?\d{2}\b`,
    String.raw`\b(?:pa|pc|a|c|k|v)0\d\b`,
  ].join("|"),
  "g",
);

const code = String.raw`\b(?:otp|ma (?:xac (?:thuc|nhan|minh)|bao mat|bi mat|kich hoat|mo khoa)|pin|cvv|cvc)\b`;
const password = String.raw`\b(?:mat khau|password|passcode|pass|mk)\b`;
const either = `(?:${code}|${password})`;
/** Words of naming between the word and what it is: whose it is, and of what. */
const naming = String.raw`(?:(?:(?:cua )?(?:toi|em|anh|chi|minh|bac|co|chu|ong|ba|con|chau)|la|is|thanh|so|day|nay|the|ma|cu|moi|dat|dung|hay|dang nhap|mo may|atm|visa|app|ngan hang|tai khoan|tk|internet|banking|smart|otp|vneid|zalo|facebook|gmail|dien thoai|vcb|vietcombank|agribank|bidv|vietinbank|techcombank|mb|mbbank|acb|vpbank|tpbank|sacombank)\b|:|=|-)`;
/** What follows digits that are no amount of money. */
const notMoney = String.raw`(?!\d|[.,]\d|\s*(?:%|(?:trieu|nghin|ngan|dong|ti|k|vnd)\b))`;
const digits = String.raw`\d{3,8}${notMoney}`;
/** Letters with a digit or a sign among them. */
const mixed = String.raw`(?=\S*[a-z])(?=\S*[\d@#$%^&*_]|\S+!\S)\S{4,}`;
/** With these a sentence goes on to what happened. */
const goesOn = "(?:roi|xong|va|thi|nen|de|cho|chuyen|goi|mat|luc|hom|ngay|di|theo|vu|tu|vao|o|khi|vi)";

/** In a text without what is harmless, its digits as they stand and joined ("48 39 20"). */
const telling = [
  // Only words of naming stand between the word and its digits: "the PIN of my card: 4839".
  String.raw`${either}(?:\s*${naming})*\s*${digits}`,
  // Other words of the same sentence stand between, and it is said to be so: "the OTP that they sent me is 483920".
  String.raw`${code}[^\d.,;!?]{0,40}(?:\bla\b|:|=)\s*${digits}`,
  String.raw`${password}[^.,;!?]{0,40}(?:\bla\b|\bthanh\b|:|=)\s*${mixed}`,
  // Six digits close behind, as banks send them: "the OTP they sent me 483920".
  String.raw`${code}[^\d.,;!?]{0,20}\d{6}${notMoney}`,
  // "The password of Vietcombank Abc@12345".
  String.raw`${password}(?:\s+(?!${goesOn}\b)[a-z]{1,15}\b){0,3}\s+${mixed}`,
  // The other way round, and what was read out: "483920 is the OTP", "I read them the code 483920".
  String.raw`(?<![\d.,])\d{4,8}\s*(?:chinh )?(?:la|\()\s*(?:cai |so |day )?(?:ma )?${either}`,
  String.raw`\b(?:doc|nhap|cung cap)(?: (?:cho|no|ho|cai|ca|luon|mot))* (?:ma|code)(?: so| la)?:? ?\d{6}${notMoney}`,
].map((pattern) => new RegExp(pattern));

/** In any text: what is said to be the password is one, even where it looks like a phone. */
const assigned = [new RegExp(String.raw`${password}\s*(?:(?:la|is|=|:)\s*)+(?=\S*[\d!@#$%^&*])\S{4,}${notMoney}`), new RegExp(String.raw`${password}\s*[:=]\s*\S{4,}`)];

/** No field of ours takes more; what is longer is refused by its form, and looking through it all would take everybody's time. */
const longestTold = 5_000;

/** Whether a text gives a password or a one-time code away. Speaking of one ("they asked for my OTP") does not. */
export function tellsSecret(text: string): boolean {
  const plain = normalise(text.slice(0, longestTold));
  const bare = plain.replace(harmless, " … ");
  const joined = bare.replace(/(?<=\d)[ .-](?=\d)/g, "");
  return assigned.some((pattern) => pattern.test(plain)) || telling.some((pattern) => pattern.test(bare) || pattern.test(joined));
}

/** Digits, words with signs, and last words covered, so that a form can be shown again without what must not stand anywhere. */
export function covered(text: string): string {
  return text.replace(/\S*[\d@#$%^&*_]\S*|\S+!\S+/g, "•••").replace(/([:=]\s*)\S+/g, "$1•••");
}

/** A lone number of four to six digits, as one-time codes are. No phone and no account is so short. */
export const isLoneCode = (text: string): boolean => /^\d{4,6}$/.test(text.replace(/[\s.-]/g, ""));

/** Six digits on their own may be a one-time code, whatever words stand beside them. */
export const withoutCodes = (text: string): string => text.replace(/(?<![\d][ .-]?)\d(?:[ .-]?\d){5}(?![ .-]?\d)/g, "•••");
