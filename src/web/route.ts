import type { ComponentChildren } from "preact";
import type { Lang } from "../base/lang.ts";
import type { Read } from "../kernel/record.ts";
import type { Right } from "../kernel/rights.ts";
import type { Tx } from "../kernel/tx.ts";
import type { ApiFacts } from "./api.ts";
import type { Officer } from "./officer.ts";

/** Names after a colon in an address: "/a/:id" has `id`, and so has "/a/:id.xml". */
export type Params<Url extends string> = Url extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in BeforeDot<Name> | keyof Params<`/${Rest}`>]: string }
  : Url extends `${string}:${infer Name}`
    ? { readonly [K in BeforeDot<Name>]: string }
    : { readonly [K in never]: string };
type BeforeDot<Name extends string> = Name extends `${infer Before}.${string}` ? Before : Name;

/** A file sent with a form, in memory and already within its size. */
export type SentFile = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Larger than the route allows, or beyond what it allows in all: its bytes were dropped. Only where a route takes many files. */
  readonly tooLarge?: boolean;
};

/** What a handler is given: the transaction in the asker's name, and what was asked. */
export type Asked<Url extends string = string> = {
  readonly tx: Tx;
  readonly params: Params<Url>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly lang: Lang;
  /** Cookies by name; only sign-in and small choices use them. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Who is signed in, also where the transaction runs as somebody else. */
  readonly officer: Officer | null;
  /** Every address of this server, for the one that describes them. */
  readonly routes: readonly Route[];
};

/** What a handler is given that does several things, each of which stays whatever becomes of the others. */
export type AskedApart<Url extends string = string> = Omit<Asked<Url>, "tx"> & {
  /** One transaction of its own in the asker's name. */
  readonly apart: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes a bug to the log, and gives the number under which it is found there. */
  readonly report: (error: unknown) => string;
};

/** Which face frames a page; a screen is for all who stand before it, and has nothing to click around its edges. */
export type Face = "resident" | "office" | "screen";

/** A cookie to be set; `value` null forgets it. */
export type SetCookie = { readonly name: string; readonly value: string | null; readonly maxAgeSeconds?: number };

export type Page = {
  readonly kind: "page";
  readonly title: string;
  readonly body: ComponentChildren;
  readonly status: number;
  readonly face: Face;
  /** Looks at personal data that this page is; written down once it was made. */
  readonly reads: readonly Read[];
  readonly cookies: readonly SetCookie[];
  /** One sentence for search engines; a page without one is not to be found by them. */
  readonly description: string | null;
  /** Without scripts the page is asked for anew after so many seconds; null: never. */
  readonly freshAfterSeconds: number | null;
  /** A script that improves this page and stands on no other of its face. */
  readonly script: PageScript | null;
};
/** Scripts that single pages ask for: `push` offers to tell on this device, `offline` keeps the page on it, `outbox` keeps what could not be sent yet. */
export type PageScript = "push" | "offline" | "outbox";
/** What a script of a page is told that asked in its stead. It is for whoever is signed in, and nobody keeps it. */
export type Told = { readonly kind: "told"; readonly status: number; readonly value: unknown };
/** What a page that stays open shows now. It is worked out anew and sent again whenever its topic changes, as long as the page is open. */
export type Stream = { readonly kind: "stream"; readonly topic: string; readonly data: string };
/** What a program reads: public, the same for whoever asks. Its mark lets a reader ask whether it changed. */
export type DataAnswer = { readonly kind: "data"; readonly status: number; readonly type: string; readonly body: string };
export type Answer =
  | Page
  | Stream
  | DataAnswer
  | Told
  | { readonly kind: "seeOther"; readonly to: string; readonly cookies: readonly SetCookie[] }
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly type: string; readonly name: string; readonly inline: boolean; readonly reads: readonly Read[] };

/** Who may ask: a right, any officer signed in, or anybody at all. */
export type Needs = Right | "officer" | "anybody";

export type Route = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly needs: Needs;
  /** Asked at most so often by one address within a minute; for what could be guessed at. */
  readonly perMinute?: number;
  /** Runs as the sign-in desk instead of as the asker. */
  readonly atGate?: boolean;
  /** Takes many files: so many, each so large, so much in all. Otherwise one, and a larger one ends the request. */
  readonly uploads?: Uploads;
  /**
   * Whoever asks stays unknown: no session is looked up and no line is logged. What is written bears the beginning of the hour as its instant;
   * where nothing is written the instant is the real one, and the transaction can only read. Only for what anybody may ask.
   */
  readonly anonymous?: "reading" | "writing";
  /** What the description of the programs' face says of it; every address below /api has one. */
  readonly api?: ApiFacts;
} & (
  | { readonly handle: (asked: Asked) => Promise<Answer>; readonly handleApart?: undefined }
  | { readonly handle?: undefined; readonly handleApart: (asked: AskedApart) => Promise<Answer> }
);

export type Uploads = { readonly files: number; readonly bytesEach: number; readonly bytesInAll: number };
type Options = Pick<Route, "perMinute" | "atGate" | "uploads" | "anonymous" | "api">;
type Handle = (asked: Asked) => Promise<Answer>;

/** A page that changes nothing: its transaction is read-only. */
export function get<const Url extends string>(url: Url, needs: Needs, handle: (asked: Asked<Url>) => Promise<Answer>, options: Options = {}): Route {
  return { method: "GET", url, needs, handle: handle as Handle, ...options };
}

/** A change: one transaction, answered after its commit. */
export function post<const Url extends string>(url: Url, needs: Needs, handle: (asked: Asked<Url>) => Promise<Answer>, options: Options = {}): Route {
  return { method: "POST", url, needs, handle: handle as Handle, ...options };
}

/** Several changes at once, each in a transaction of its own: one that fails undoes none of the others. Answered after the last. */
export function batch<const Url extends string>(url: Url, needs: Right, handle: (asked: AskedApart<Url>) => Promise<Answer>, options: Options = {}): Route {
  return { method: "POST", url, needs, handleApart: handle as (asked: AskedApart) => Promise<Answer>, ...options };
}

type PageOptions = {
  readonly title: string;
  readonly status?: number;
  readonly reads?: readonly Read[];
  readonly cookies?: readonly SetCookie[];
  readonly description?: string;
  readonly script?: PageScript;
};

/** A page of the residents' face. */
export function residentPage(body: ComponentChildren, { title, status = 200, reads = [], cookies = [], description, script }: PageOptions): Answer {
  return { kind: "page", face: "resident", title, body, status, reads, cookies, description: description ?? null, freshAfterSeconds: null, script: script ?? null };
}

/** A page that fills a screen by itself. */
export function screenPage(
  body: ComponentChildren,
  { title, status = 200, freshAfterSeconds = null }: { readonly title: string; readonly status?: number; readonly freshAfterSeconds?: number | null },
): Answer {
  return { kind: "page", face: "screen", title, body, status, reads: [], cookies: [], description: null, freshAfterSeconds, script: null };
}

/** A page of the officers' face. */
export function officePage(body: ComponentChildren, { title, status = 200, reads = [], cookies = [], script }: PageOptions): Answer {
  return { kind: "page", face: "office", title, body, status, reads, cookies, description: null, freshAfterSeconds: null, script: script ?? null };
}

/** Go and look there, after the commit. */
export function seeOther(to: string, cookies: readonly SetCookie[] = []): Answer {
  return { kind: "seeOther", to, cookies };
}

/** What changes while a page is open: the browser asks once and is told again and again. For addresses that anybody may ask. */
export function stream(topic: string, data: string): Answer {
  return { kind: "stream", topic, data };
}

/** An answer to a script of ours. */
export function told(value: unknown, status = 200): Answer {
  return { kind: "told", status, value };
}

/** A file to be kept by whoever asked. */
export function download(bytes: Uint8Array, { type, name }: { readonly type: string; readonly name: string }): Answer {
  return { kind: "file", bytes, type, name, inline: false, reads: [] };
}

/** A file that somebody else made: to be kept, never to be shown by the browser. */
export function attachment(bytes: Uint8Array, { type, name, reads }: { readonly type: string; readonly name: string; readonly reads: readonly Read[] }): Answer {
  return { kind: "file", bytes, type, name, inline: false, reads };
}

/** A paper: shown in the browser, so that it can be printed at once. */
export function pdf(bytes: Uint8Array, name: string, reads: readonly Read[] = []): Answer {
  return { kind: "file", bytes, type: "application/pdf", name, inline: true, reads };
}
