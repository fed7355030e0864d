import { randomBytes } from "node:crypto";
import { openWorld, type World } from "../../../test/world/index.ts";
import { type Actor, anybody, clockIn } from "../../kernel/actor.ts";
import type { House } from "../../kernel/house.ts";
import type { Matter } from "../../kernel/matter.ts";
import { inTx, showMatter, type Tx } from "../../kernel/tx.ts";
import { smtpMailer } from "../../platform/channels/mail.ts";
import { openPostOffice, type PostOffice } from "../../platform/channels/post-office.stage.ts";
import { makePusher } from "../../platform/channels/push.ts";
import { openPushService, type PushService } from "../../platform/channels/push-service.stage.ts";
import { noticeWords } from "../mailbox/texts.ts";
import { deliverDue, newRest, type Rest, type Run } from "./service/deliver.ts";
import { askByEmail, type Wished } from "./service/subscribe.ts";
import type { Wording } from "./service/words.ts";

/** The house's own jobs at the post of the tests. */
const clock = clockIn({ communeId: 3, provinceId: 1 });
export const wording: Wording = { notice: noticeWords, alert: (template) => template, lookUpPath: "/tra-cuu", alertsPath: "/can-bo/tin-cua-toi" };

/** The world with a server for letters and a push service of its own, and a clock that is moved by hand. */
export type TellingWorld = {
  readonly world: World;
  readonly house: House;
  readonly office: PostOffice;
  readonly service: PushService;
  now: Date;
  run: Run;
  /** The outbox of the post, emptied as its job does it. */
  deliver(rest?: Rest): Promise<number>;
  /** As a resident who opened a matter. */
  asResident<T>(matter: Matter, work: (tx: Tx) => Promise<T>): Promise<T>;
  asAnybody<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  wish(matter: Matter, email: string): Promise<Wished>;
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
};

export async function openTelling(start: Date): Promise<TellingWorld> {
  const world = await openWorld();
  const office = await openPostOffice();
  const push = makePusher(randomBytes(32), { contact: "mailto:tin@thu.example", wholeMs: 800 });
  const service = await openPushService(() => push.publicKey);
  const [rules] = world.house.noticeRules.rows;
  if (!rules) throw new Error("no rules");
  const house: House = {
    ...world.house,
    channels: { mail: smtpMailer({ url: office.url, from: "tin@thu.example", wholeMs: 2_000, silenceMs: 800 }), push },
    noticeRules: { ...world.house.noticeRules, rows: [{ ...rules, pushServices: [...rules.pushServices, service.origin] }] },
  };
  const asActor = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTx(world.database, { house, actor, now: stage.now }, work);
  const stage: TellingWorld = {
    world,
    house,
    office,
    service,
    now: start,
    run: (work) => asActor(clock, work),
    deliver: (rest = newRest()) => deliverDue(stage.run, { wording, rest }),
    asAnybody: (work) => asActor(anybody, work),
    asResident: (matter, work) =>
      asActor(anybody, async (tx) => {
        await showMatter(tx, { communeId: matter.communeId, matterId: matter.id });
        return await work(tx);
      }),
    wish: (matter, email) => stage.asResident(matter, (tx) => askByEmail(tx, matter, { email, lang: "vi" })),
    rows: <Row extends object>(sql: string, values: readonly unknown[] = []) => world.asOwner(async (owner) => (await owner.query<Row>(sql, [...values])).rows),
    close: async () => {
      await Promise.all([office.close(), service.close()]);
      await world.close();
    },
  };
  return stage;
}

/** The reference in the letter that asks for a confirmation. */
export const refIn = (words: string): string => /\/bao-tin\/xac-nhan\/([0-9A-Z]{16})/.exec(words)?.[1] ?? "";
