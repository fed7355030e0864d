/** What can be looked for among reports: a phone or an account by its digits, a link by its site. */
export type Mark = { readonly kind: "number" | "link"; readonly key: string };

/** What a typed or scanned text is, in the one form by which it is found again; null when it is none. A four- to six-digit number is none: it may be a one-time code. */
export function readMark(typed: string): Mark | null {
  const text = typed.trim();
  if (text.startsWith("000201")) return numberMark(accountOfQr(text));
  const digits = text.replace(/[\s.()-]/g, "").replace(/^\+?84(?=\d{9}$)/, "0");
  if (/^\d{7,19}$/.test(digits)) return { kind: "number", key: digits };
  return linkOf(text);
}

const numberMark = (account: string | null): Mark | null => (account === null ? null : { kind: "number", key: account });

/** On these sites it is the page that is somebody's, not the site. */
const shared = ["facebook.com", "m.facebook.com", "zalo.me", "t.me", "tiktok.com", "youtube.com", "shopee.vn", "docs.google.com"];

function linkOf(text: string): Mark | null {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || /\s/.test(text) || !/^[^.]+(\.[^.]+)*\.[a-z]{2,}$/i.test(url.hostname)) return null;
  const site = url.hostname.toLowerCase().replace(/^www\./, "");
  const page = url.pathname.split("/")[1]?.toLowerCase() ?? "";
  return { kind: "link", key: shared.includes(site) && page !== "" ? `${site}/${page}` : site };
}

/** The account in the code of a bank transfer (EMVCo with the scheme of NAPAS, tag 38), or null. */
function accountOfQr(text: string): string | null {
  const scheme = fieldsOf(text)?.get("38") ?? "";
  const receiver = fieldsOf(scheme)?.get("01") ?? "";
  const account = fieldsOf(receiver)?.get("01") ?? "";
  return /^\d{4,19}$/.test(account) ? account : null;
}

/** Two digits of name, two of length, the value, and so on. */
function fieldsOf(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at + 4 <= text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    if (!Number.isInteger(length)) return null;
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}
