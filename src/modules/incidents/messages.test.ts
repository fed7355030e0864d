import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { openPost, report, saturdayNight, takeThatNight } from "./incidents.stage.ts";
import { paths } from "./paths.ts";
import { handInReport } from "./service/intake.ts";
import { writeFromReceipt } from "./service/receipt.ts";
import { dismiss } from "./service/work.ts";

let { world, office, close }: Awaited<ReturnType<typeof openPost>> = {} as never;
beforeAll(async () => {
  ({ world, office, close } = await openPost());
});
afterAll(() => close());

const trang = as(cast.trang);
const write = (ref: string, text: string) => world.commit(anybody, (tx) => writeFromReceipt(tx, ref, text), saturdayNight);
const rung = async (): Promise<number> =>
  (await world.asOwner((owner) => owner.query("select count(distinct key)::int as n from alerts where template = 'work.written'"))).rows[0].n;
const lastOn = (html: string): string => /name="last" value="(\d+)"/.exec(html)?.[1] ?? "";

test("what is read needs no answer, and the next that she writes rings again; one that came since stays unread", async () => {
  const ref = await takeThatNight(world, trang);
  await write(ref, "Cảm ơn");
  const before = await rung();
  const page = (await office.read(trang, paths.report(ref))).html;
  await write(ref, "Nó quay lại rồi");
  expect(await rung()).toBe(before);
  await office.send(trang, paths.verb(ref, "da-doc"), { last: lastOn(page) });
  const again = (await office.read(trang, paths.report(ref))).html;
  expect(again).toContain("Đã đọc, không cần trả lời");
  await office.send(trang, paths.verb(ref, "da-doc"), { last: lastOn(again) });
  expect((await office.read(trang, paths.report(ref))).html).not.toContain("Đã đọc, không cần trả lời");
  await write(ref, "Nó đang phá cửa");
  expect(await rung()).toBe(before + 1);
});

test("whose report was taken for junk is asked what it is", async () => {
  const { channel: _, ...told } = report({ teller: null });
  const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
  const ref = await world.commit(anybody, (tx) => handInReport(tx, place, told, null), saturdayNight);
  await world.commit(as(cast.binh), (tx) => dismiss(tx, ref, { version: 1, reason: "Tin rác" }), saturdayNight);
  await write(ref, "Có việc thật");
  expect((await office.send(trang, paths.verb(ref, "tra-loi"), { message: "Việc gì ạ?" })).to).toContain(paths.report(ref));
  expect((await office.read(trang, paths.report(ref))).said).toContain("Việc gì ạ?");
});
