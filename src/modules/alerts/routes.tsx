import { formatMoment } from "../../base/day/format.ts";
import { may } from "../../kernel/actor.ts";
import { alertOfficers } from "../../kernel/alerts.ts";
import { Problem } from "../../kernel/problem.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { parseId } from "../../web/form.ts";
import { type Answer, type Asked, get, officePage, post, type Route, seeOther } from "../../web/route.ts";
import { addOwnDevice, listOwnDevices, mostOwnDevices, parseDevice, stopOwnDevice } from "../subscriptions/index.ts";
import { paths } from "./paths.ts";
import { type Alert, findCodes, listOwnAlerts, setSeen } from "./queries.ts";
import { alertWords, codeOf, texts } from "./texts.ts";
import { AlertsPage } from "./views.tsx";

const pageSize = 50;

/** An officer's own alerts, and where he is woken. */
export const alertRoutes: readonly Route[] = [
  get("/can-bo/tin-cua-toi", "officer", (asked) => alertsPage(asked, null)),

  post("/can-bo/tin-cua-toi/da-xem", "officer", async ({ tx, body }) => {
    const form = parseId(body);
    if (!form) throw new Problem("invalid");
    await setSeen(tx, form.id);
    return seeOther(paths.alerts());
  }),

  post("/can-bo/tin-cua-toi/thiet-bi", "officer", async (asked) => {
    const { tx, body, lang } = asked;
    const device = parseDevice(body);
    if (!device) throw new Problem("invalid");
    const added = await addOwnDevice(tx, { address: device, lang });
    if (added === "unknownService") return await alertsPage(asked, texts.unknownService[lang]);
    if (added === "tooManyPlaces") return await alertsPage(asked, texts.tooManyDevices[lang](mostOwnDevices));
    return seeOther(paths.alerts());
  }),

  post("/can-bo/tin-cua-toi/thiet-bi/dung", "officer", async ({ tx, body }) => {
    const form = parseId(body);
    if (!form) throw new Problem("invalid");
    await stopOwnDevice(tx, form.id);
    return seeOther(paths.alerts());
  }),

  post(
    "/can-bo/tin-cua-toi/thu",
    "officer",
    async ({ tx }) => {
      await sendTrial(tx);
      return seeOther(paths.alerts());
    },
    { perMinute: 5 },
  ),
];

/** A trial goes the way of every alert, to its officer alone. */
async function sendTrial(tx: Tx): Promise<void> {
  const { communeId } = placeOf(tx.actor);
  const [right] = tx.actor.rights;
  const { id } = tx.actor;
  if (right === undefined || id === null) throw new Problem("notPermitted");
  await alertOfficers(tx, { communeId, right, template: "alert.trial", key: `trial:${id}:${tx.now.toISOString()}`, facts: {}, first: [id] });
}

async function alertsPage({ tx, query, lang }: Asked, deviceError: string | null): Promise<Answer> {
  const before = /^\d{1,15}$/.test(query.truoc ?? "") ? Number(query.truoc) : null;
  const rows = await listOwnAlerts(tx, { before, size: pageSize + 1 });
  const devices = await listOwnDevices(tx);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const hrefs = await hrefsOf(tx, shown);
  const props = {
    lang,
    lines: shown.map((row) => {
      const code = codeOf(row.facts);
      const href = hrefs.get(code);
      const text = alertWords(row.template, row.facts, lang);
      return { id: row.id, text, link: href === undefined ? null : { code, href }, at: formatMoment(row.queuedAt, lang), seen: row.readAt !== null };
    }),
    nextHref: rows.length > pageSize && last ? paths.before(last.id) : null,
    devices: devices.map(({ id, startedAt }) => ({ id, text: texts.device[lang](formatMoment(startedAt, lang)) })),
    publicKey: tx.house.channels.push.publicKey,
    deviceError,
  };
  return officePage(<AlertsPage {...props} />, { title: texts.title[lang], status: deviceError === null ? 200 : 422, script: "push" });
}

/** Where the matters of some alerts are read, by code: those alone that the actor may read now, whatever he might when he was told. */
async function hrefsOf(tx: Tx, rows: readonly Alert[]): Promise<ReadonlyMap<string, string>> {
  const place = placeOf(tx.actor);
  const kinds = tx.house.workKinds.filter(({ reads }) => may(tx.actor, reads, place));
  const found = await findCodes(tx, [...new Set(rows.map(({ facts }) => codeOf(facts)).filter((code) => code !== ""))]);
  return new Map(
    [...found].flatMap(([code, { publicRef, kind }]) => {
      const href = kinds.find((one) => one.kind === kind)?.href(publicRef);
      return href === undefined ? [] : [[code, href] as const];
    }),
  );
}
