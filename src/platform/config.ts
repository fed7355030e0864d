import { join, resolve } from "node:path";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const onOff = z.enum(["on", "off"]);

/** Every setting of the product; `docs/operate.md` explains each. */
const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOME_POST: z
    .string()
    .regex(/^\d{5}$/)
    .default("07612"),
  DEMO: onOff.optional(),
  SIGNING: z.enum(["here", "elsewhere"]).default("here"),
  TRUST_PROXY: onOff.default("off"),
  PORTAL_DIR: z.string().min(1).optional(),
  CLAMD: z
    .string()
    .regex(/^(\/.+|[^\s/:]+:\d{1,5})$/, "host:port, or the path of a socket")
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly keysDir: string;
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null: made from host and port once the server listens. */
  readonly publicUrl: string | null;
  /** Official code of the commune whose post the front page shows. */
  readonly homePost: string;
  readonly demo: boolean;
  /** Papers are signed by a key that this server reaches, or taken away and brought back. */
  readonly signatures: "here" | "elsewhere";
  /** Folder of the exchange with the national portal; null: there is none. */
  readonly portalDir: string | null;
  /** Where the virus scanner listens: "host:port" or the path of its socket; null: files are not scanned. */
  readonly clamd: string | null;
  readonly trustProxy: boolean;
  /** Null: letters wait, or in a demonstration lie in its mailbox. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

/**
 * Reads the settings. An empty value counts as not given.
 *
 * @throws ConfigProblem naming each setting that cannot be used, and why
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, HOME_POST, DEMO, SIGNING, TRUST_PROXY, PORTAL_DIR, CLAMD, SMTP_URL, MAIL_FROM, LOG_LEVEL } = parsed.data;
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined)) throw new ConfigProblem(["SMTP_URL, MAIL_FROM: the one is of no use without the other"]);
  const dataDir = resolve(DATA_DIR);
  // Somebody's own database never becomes a demonstration by accident.
  const demo = DEMO === undefined ? DATABASE_URL === undefined : DEMO === "on";
  return {
    port: PORT,
    host: HOST,
    dataDir,
    keysDir: join(dataDir, "keys"),
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    homePost: HOME_POST,
    demo,
    signatures: SIGNING,
    portalDir: PORTAL_DIR === undefined ? (demo ? join(dataDir, "exchange") : null) : resolve(PORTAL_DIR),
    clamd: CLAMD ?? null,
    trustProxy: TRUST_PROXY === "on",
    mail: SMTP_URL === undefined || MAIL_FROM === undefined ? null : { url: SMTP_URL, from: MAIL_FROM },
    logLevel: LOG_LEVEL,
  };
}

/** A setting that cannot be used. */
export class ConfigProblem extends Error {
  constructor(lines: readonly string[]) {
    super(`cannot start with these settings:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigProblem";
  }
}
