import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { isNfc, normalise, tidy } from "../../base/vietnamese.ts";
import { anybody } from "../../kernel/actor.ts";
import { evening, held, line, phuongSon } from "./listening.stage.ts";
import { listOpinions } from "./queries/opinions.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const said = ["Xin lắp ĐÈN ở ngã ba", "Đèn chợ Kép hỏng", "Lý do mất điện chưa rõ", "100% hộ không có nước", "Quỹ khuyến học của tổ"];
const found = async (words: string): Promise<readonly string[]> =>
  (await world.try(as(cast.son), (tx) => listOpinions(tx, phuongSon, { open: true, words, after: null, size: 50 }), evening)).map((row) => row.said);

test("opinions are found by their words in any order, with or without marks, and by nothing else", async () => {
  await held(
    world,
    said.map((one) => line(one)),
  );
  expect(await found("den")).toEqual([said[0], said[1]]);
  expect(await found("đèn")).toEqual([said[0], said[1]]);
  expect(await found("hong KEP den")).toEqual([said[1]]);
  expect(await found("ly do")).toEqual([said[2]]);
  expect(await found("quy")).toEqual([said[4]]);
  expect(await found("100%")).toEqual([said[3]]);
  expect(await found("_")).toEqual([]);
  expect(await found("đèn nước")).toEqual([]);
  expect(await found("   ")).toHaveLength(said.length);
});

test("the database writes words for searching as the house does", async () => {
  const letters = fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯYQU àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ0123456789.,%_-");
  const texts = fc
    .sample(fc.string({ unit: letters, minLength: 1, maxLength: 40 }), 400)
    .map(tidy)
    .filter((one) => one !== "" && isNfc(one));
  const { rows } = await world.asOwner((owner) =>
    owner.query(
      "select pg_get_expr(d.adbin, d.adrelid) as how from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = 'opinions'::regclass and a.attname = 'norm'",
    ),
  );
  const norms = await world.asOwner((owner) =>
    owner.query(`select ${rows[0].how} as norm from unnest($1::text[]) with ordinality as t (said, n) order by n`, [[...said, ...texts]]),
  );
  expect(norms.rows.map(({ norm }) => norm)).toEqual([...said, ...texts].map(normalise));
});

test("words are looked for page after page, and in the opinions of one's own post alone, by whoever may read them", async () => {
  const asked = (actor: ReturnType<typeof as>, after: { at: Date; id: number } | null) =>
    world.try(actor, (tx) => listOpinions(tx, phuongSon, { open: false, words: "den", after, size: 1 }), evening);
  const [first] = await asked(as(cast.son), null);
  const [second] = await asked(as(cast.son), { at: first?.takenAt ?? evening, id: first?.matterId ?? 0 });
  expect([first?.said, second?.said]).toEqual([said[1], said[0]]);
  for (const stranger of [cast.hanh, cast.trang]) expect(await asked(as(stranger), null)).toEqual([]);
  const bare = world.try(anybody, (tx) => sql`select matter_id from find_opinions(${["%den%"]}::text[], false, null, null, 10)`.execute(tx.db));
  await expect(bare).rejects.toThrow(/permission denied for function find_opinions/);
  for (const [stranger, n] of [
    [cast.hanh, 0],
    [cast.trang, 0],
    [cast.son, 2],
  ] as const) {
    const { rows } = await world.try(as(stranger), (tx) => sql`select matter_id from find_opinions(${["%den%"]}::text[], false, null, null, 10)`.execute(tx.db));
    expect([stranger.login, rows.length]).toEqual([stranger.login, n]);
  }
});
