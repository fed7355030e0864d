import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { cast } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as, type World } from "../../../test/world/index.ts";
import { form, said, unbuilt } from "../../../test/world/resident-server.ts";
import type { House } from "../../kernel/house.ts";
import { makeHouseFrame } from "../../shell.ts";
import { makeServer } from "../../web/server.ts";
import { counterRoutes } from "./routes/counter.tsx";
import { declareRoutes } from "./routes/declare.tsx";
import { dossierRoutes } from "./routes/dossier.tsx";

export const now = at("2026-11-23T09:40:00");
export const minh = as(cast.minh);

/** The officers' counter over the world's database, with Minh signed in. */
export async function counterServer({ database }: World, house: House): Promise<FastifyInstance> {
  return await makeServer({
    database,
    house,
    routes: [...counterRoutes, ...declareRoutes, ...dossierRoutes],
    findOfficer: async () => ({ actor: minh, name: cast.minh.name, rank: "", role: "counterOfficer", unitId: cast.minh.unitId, unseen: 0 }),
    frame: makeHouseFrame(house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => now,
  });
}

const signedIn = { phien: "x" };
const card = (digits: string): string => `024181${digits}|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021`;

/** What an officer does on the pages of a counter. */
export function pagesOf(server: FastifyInstance) {
  const get = (address: string) => server.inject({ url: address, cookies: signedIn });
  const send = (address: string, fields: Record<string, string>) => server.inject(form(address, fields, signedIn));

  /** @returns the address of the intake */
  const intakeOf = async (digits: string): Promise<string> => String((await send("/can-bo/tiep-nhan", { card: card(digits) })).headers.location);

  /** Answers page after page until the answers are shown, in the order in which they are asked. @returns the pages */
  const askedAt = async (start: string, typed: Readonly<Record<string, Record<string, string>>>): Promise<readonly string[]> => {
    const seen: string[] = [];
    for (let next = await get(start); next.statusCode === 303; next = await get(start)) {
      const address = String(next.headers.location);
      const id = address.split("/to-khai/").at(-1)?.split("?")[0] ?? "";
      if (seen.includes(id)) throw new Error(`${id} is asked again`);
      seen.push(id);
      const answered = await send(address, typed[id] ?? {});
      if (answered.statusCode !== 303) throw new Error(`${id}: ${said(answered.body)}`);
    }
    return seen;
  };
  return { get, send, intakeOf, askedAt };
}
