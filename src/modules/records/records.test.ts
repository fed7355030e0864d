import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import { type Actor, regimesOf } from "../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { report } from "../incidents/incidents.stage.ts";
import { receiveReport } from "../incidents/index.ts";
import { beginMeeting, getMeeting, planMeeting } from "../listening/index.ts";
import { recordRoutes } from "./routes.tsx";

let world: World;
let code: string;
beforeAll(async () => {
  world = await openWorld();
  const matter = await world.commit(as(cast.trang), (tx) => receiveReport(tx, newReference(), report()), friday);
  code = matter.code;
  await world.commit(as(cast.binh), async (tx) => {
    const [reporter] = await listIdentities(tx, matter);
    await openIdentity(tx, { communeId: units.phuongSon.id, provinceId: units.bacNinh.id }, { id: reporter?.id ?? 0, purpose: "Gọi lại hỏi thêm" });
  });
});
afterAll(() => world.close());

const readBy = async (actor: Actor, ma = code): Promise<string> => pageOf(await ask(world, recordRoutes, ["GET", "/can-bo/nhat-ky"], { actor, now: friday, query: { ma } })).html;

test("who looked at the reporter of a report, what for, and who did what, is found by whoever audits, without a word of the report", async () => {
  const html = await readBy(as(cast.kien));
  expect(html).toMatch(new RegExp(`${cast.binh.name}.*Gọi lại hỏi thêm|Gọi lại hỏi thêm.*${cast.binh.name}`, "s"));
  expect(html).toContain(cast.trang.name);
  expect(html).not.toContain(report().account);
});

test("an auditor of one post sees no work of the regimes whose record he reads", async () => {
  const { scope } = cast.binh;
  const kinds = await world.try({ ...as(cast.kien), scope }, async (tx) => sightOf(tx).kinds.map(({ regime }) => regime), friday);
  expect(new Set(kinds)).toEqual(new Set(["counter"]));
});

test("who works in a regime and may read records of others finds nothing of it there", async () => {
  const kien = as(cast.kien);
  const rights = new Set([...kien.rights].filter((right) => right !== "incidents.audit").concat("incidents.figures"));
  const html = await readBy({ ...kien, rights, regimes: regimesOf(rights) });
  expect(html).toContain("Không có hồ sơ nào mang mã này");
  expect(html).not.toContain("Gọi lại hỏi thêm");
});

test("an auditor of other regimes finds nothing of it, not even that the code exists", async () => {
  const kien = as(cast.kien);
  const rights = new Set([...kien.rights].filter((right) => right !== "incidents.audit"));
  const html = await readBy({ ...kien, rights, regimes: regimesOf(rights) });
  expect(html).toContain("Không có hồ sơ nào mang mã này");
  expect(html).not.toContain("Gọi lại hỏi thêm");
});

test("what was done to a meeting, which is no work, is told in words too", async () => {
  const plan = { kind: "forum", topic: "Nghe dân nói", hamletId: null, place: "Nhà văn hóa", hosts: "Trưởng Công an", agenda: "" } as const;
  const times = { startsAt: new Date("2026-11-21T19:30:00+07:00"), endsAt: new Date("2026-11-21T21:00:00+07:00") };
  const meeting = await world.commit(
    as(cast.son),
    async (tx) => {
      const ref = await planMeeting(tx, { ...plan, ...times });
      await beginMeeting(tx, ref, 1);
      return (await getMeeting(tx, ref)).matter;
    },
    friday,
  );
  const html = await readBy(as(cast.kien), meeting.code);
  expect(html).toContain("Bắt đầu họp");
  expect(html).not.toMatch(/\b(begin|open)\b/);
});
