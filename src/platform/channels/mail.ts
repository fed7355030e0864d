import { createTransport } from "nodemailer";
import { later, never, type Sending } from "./sending.ts";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly lang: string;
  /** The same for the same letter: who gets it twice sees it once. Without the angle brackets. */
  readonly messageId: string;
  /** An address that ends the subscription by one POST (RFC 8058). */
  readonly stopUrl: string;
};

/** Sends letters. It never throws: what went wrong is told by its kind. */
export type Mailer = {
  /** Real, or the mailbox of a demonstration, where nothing leaves the house. */
  readonly leaves: boolean;
  readonly from: string;
  send(letter: Letter): Promise<Sending>;
};

export type MailSettings = {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  readonly from: string;
  /** The longest that one letter may take, and the longest silence in between. */
  readonly wholeMs?: number;
  readonly silenceMs?: number;
};

/** Letters over SMTP, each over a connection of its own: one that hangs holds up no other. */
export function smtpMailer({ url, from, wholeMs = 30_000, silenceMs = 15_000 }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send = async ({ to, subject, text, html, lang, messageId, stopUrl }: Letter): Promise<Sending> => {
    const headers = {
      "Content-Language": lang,
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": `<${stopUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    };
    const addresses = { from: { name: productName, address: from }, to: { name: "", address: to } };
    // Cut off after its time: a server that drips an answer letter by letter would keep the place for ever.
    const signal = AbortSignal.timeout(wholeMs);
    return await transport.sendMail({ ...addresses, subject, text, html, messageId: `<${messageId}>`, headers, signal }).then((): Sending => ({ kind: "sent" }), mailFault);
  };
  return { leaves: true, from, send };
}

/** The mailbox of a demonstration: a letter counts as sent, is shown there as it would look, and goes nowhere. */
export function demoMailer(from: string): Mailer {
  return { leaves: false, from, send: async () => ({ kind: "sent" }) };
}

const productName = "G\u1ea7n D\u00e2n";

type SmtpError = { readonly code?: string; readonly command?: string; readonly responseCode?: number; readonly response?: string };

/**
 * Only what is said about the recipient himself ends anything; that our own name, address or password is refused is for the operator to mend.
 *
 * @see RFC 3463: 5.7 is a matter of policy, 5.2 a mailbox that is there and takes nothing now
 */
function mailFault(error: SmtpError): Sending {
  const { code, command = "", responseCode = 0, response = "" } = error;
  const subject = /^\d{3}[ -]5\.(\d+)\./.exec(response)?.[1];
  if (responseCode >= 500 && subject === "7") return later("ourFault");
  if (responseCode >= 500 && command === "RCPT TO") return never(subject === "2" ? "refused" : "gone");
  if (responseCode >= 500 && command === "DATA") return never("refused");
  if (responseCode >= 500) return later("ourFault");
  if (responseCode >= 400) return later("busy");
  if (code === "ETIMEDOUT" || code === "EABORT") return later("timeout");
  if (code === "EAUTH" || code === "ENOAUTH" || code === "ETLS" || code === "EOAUTH2") return later("ourFault");
  if (code === "EENVELOPE") return never("gone");
  return later("connection");
}
