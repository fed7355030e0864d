import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/index.ts";
import { ImportBusy, ImportRefused, type ImportReport, importUnitFiles, readUnitFiles } from "./import.ts";

const invented = ["before", "old-to-new", "new-from-old"].map((name) => `src/modules/units/fixtures/${name}.json`) as [string, string, string];
const [before, oldToNew, newFromOld] = invented;

async function importInto(client: Client, paths: readonly string[], dryRun = false): Promise<readonly ImportReport[]> {
  const files = await readUnitFiles(paths, () => {});
  return await importUnitFiles(client, files, { dryRun, onProgress: () => {} });
}

/** A database of its own for one import. */
async function inFreshWorld<T>(work: (client: Client, world: World) => Promise<T>): Promise<T> {
  const world = await openWorld();
  try {
    return await world.asOwner((client) => work(client, world));
  } finally {
    await world.close();
  }
}

/** Everything an import writes, without the numbers of rows. */
async function contentOf(client: Client): Promise<unknown> {
  const units = await client.query(`
    select u.kind, u.code, u.name, u.short_name, u.norm, u.valid_from, u.valid_to, u.source, p.kind || p.code as parent, v.code || v.valid_from as province,
      (select json_agg(s.file || ' ' || s.name order by s.file) from unit_statements s where s.unit_id = u.id) as said
    from units u left join units p on p.id = u.parent_id left join units v on v.id = u.province_id order by u.kind, u.code, u.valid_from`);
  const steps = await client.query(`
    select o.code as old, n.code as new, l.on_date, l.share, l.source,
      (select json_agg(s.file || ' ' || s.share order by s.file) from unit_lineage_statements s where s.old_id = l.old_id and s.new_id = l.new_id) as said
    from unit_lineage l join units o on o.id = l.old_id join units n on n.id = l.new_id order by o.kind, 1, 2`);
  return [units.rows, steps.rows];
}

const told = (report: ImportReport | undefined): string[] =>
  (report?.mismatches ?? []).map(({ kind, code, reason, other }) => `${kind} ${code} ${reason}${other === null ? "" : ` ${other}`}`);

describe("the three files one after the other", () => {
  test("each names the rows on which it differs from those before it", async () => {
    await inFreshWorld(async (client) => {
      const [tree, forth, back] = await importInto(client, invented);
      expect(tree).toMatchObject({ kind: "before", provinces: 2, districts: 3, communes: 5, lineage: 0, inserted: 10, confirmed: 0, unchanged: 0, mismatches: [] });
      expect(forth).toMatchObject({ kind: "oldToNew", provinces: 2, districts: 1, communes: 6, inserted: 6 + 10, confirmed: 8 });
      expect(told(forth)).toEqual(["commune 97007 marksDiffer Thị trấn Mường Vàng", "commune 97013 notInOther", "commune 98004 nameDiffers Xã Nà Bó"]);
      expect(back).toMatchObject({ kind: "newFromOld", communes: 5, inserted: 2 });
      expect(told(back)).toEqual([
        "commune 97007 marksDiffer Thị Trấn Mương Vàng",
        "commune 97013 notInOther",
        "commune 98004 nameDiffers Xã Nà Pó",
        "commune 98010 notInOther",
        "lineage 98004>98001 shareDiffers full",
        "lineage 98004>98010 notInOther",
      ]);
    });
  });

  test("a code that was given anew belongs to two units with dates of their own", async () => {
    await inFreshWorld(async (client) => {
      await importInto(client, invented);
      const { rows } = await client.query("select name, valid_from, valid_to from units where kind = 'commune' and code = '97004' order by valid_from");
      expect(rows).toEqual([
        { name: "Xã Hoà Minh", valid_from: "2023-01-01", valid_to: "2025-07-01" },
        { name: "Xã Đồi Chè", valid_from: "2025-07-01", valid_to: null },
      ]);
      const districts = await client.query("select distinct valid_to from units where kind = 'district'");
      expect(districts.rows).toEqual([{ valid_to: "2025-03-01" }]);
    });
  });

  test("a commune that only the mapping knows is kept, under its province, and says so", async () => {
    await inFreshWorld(async (client) => {
      await importInto(client, invented);
      const { rows } = await client.query("select u.name, p.name as parent, u.source from units u join units p on p.id = u.parent_id where u.code = '97013'");
      expect(rows).toMatchObject([{ name: "Xã Bến Gỗ", parent: "Tỉnh Hoa Sen" }]);
      expect(rows[0].source).toContain("chưa thấy trong danh mục");
    });
  });

  test("in whatever order they come, one by one or together, the end is the same", async () => {
    const orders = [
      [before, oldToNew, newFromOld],
      [before, newFromOld, oldToNew],
      [oldToNew, before, newFromOld],
      [oldToNew, newFromOld, before],
      [newFromOld, before, oldToNew],
      [newFromOld, oldToNew, before],
    ];
    const together = await inFreshWorld(async (client) => {
      await importInto(client, invented);
      return await contentOf(client);
    });
    for (const order of orders) {
      const content = await inFreshWorld(async (client) => {
        for (const path of order) await importInto(client, [path]);
        return await contentOf(client);
      });
      expect(content).toEqual(together);
    }
  });

  test("the tree, when it comes last, names what it lacks and puts communes under their districts", async () => {
    await inFreshWorld(async (client) => {
      await importInto(client, [newFromOld, oldToNew]);
      const [tree] = await importInto(client, [before]);
      expect(told(tree)).toEqual(["commune 97007 marksDiffer Thị Trấn Mương Vàng", "commune 97013 notInThis Xã Bến Gỗ", "commune 98004 nameDiffers Xã Nà Pó"]);
      const { rows } = await client.query("select u.name, p.name as parent from units u join units p on p.id = u.parent_id where u.code = '97007'");
      expect(rows).toEqual([{ name: "Thị trấn Mường Vàng", parent: "Huyện Suối Mơ" }]);
    });
  });
});

test("importing the same file twice changes nothing, and names the same differences again", async () => {
  await inFreshWorld(async (client) => {
    const first = await importInto(client, invented);
    const content = await contentOf(client);
    const again = await importInto(client, [...invented, oldToNew]);
    expect(again.map(({ inserted, confirmed }) => [inserted, confirmed])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(again.map(({ unchanged }) => unchanged)).toEqual([10, 24, 26, 24]);
    expect(told(again[2])).toEqual(told(first[2]));
    expect(await contentOf(client)).toEqual(content);
  });
});

test("a dry run reports all and writes nothing", async () => {
  await inFreshWorld(async (client) => {
    const content = await contentOf(client);
    const reports = await importInto(client, invented, true);
    expect(reports.map(({ inserted, dryRun }) => [inserted, dryRun])).toEqual([
      [10, true],
      [16, true],
      [2, true],
    ]);
    expect(await contentOf(client)).toEqual(content);
  });
});

describe("rows of other hands", () => {
  const add = (client: Client, code: string, name: string, from: string, to: string | null) =>
    client.query("insert into units (kind, code, name, short_name, norm, valid_from, valid_to, source) values ('commune', $1, $2, $2, 'x', $3, $4, 'by hand')", [
      code,
      name,
      from,
      to,
    ]);

  test("are found by their dates, are not rewritten, and a different name is told", async () => {
    await inFreshWorld(async (client) => {
      await add(client, "97001", "Xã Đồi Trà", "2024-02-01", "2025-07-01");
      const [report] = await importInto(client, [before]);
      expect(told(report)).toEqual(["commune 97001 nameDiffers Xã Đồi Trà"]);
      const { rows } = await client.query("select name, source from units where code = '97001'");
      expect(rows).toEqual([{ name: "Xã Đồi Trà", source: "by hand" }]);
    });
  });

  test("that never ended get their end", async () => {
    await inFreshWorld(async (client) => {
      await add(client, "97001", "Xã Đồi Chè", "2024-02-01", null);
      const [report] = await importInto(client, [before]);
      expect(told(report)).toEqual(["commune 97001 wasOpen"]);
      expect((await client.query("select valid_to from units where code = '97001'")).rows).toEqual([{ valid_to: "2025-07-01" }]);
    });
  });

  test("that ended earlier under another name leave the code to a unit that begins after them", async () => {
    await inFreshWorld(async (client) => {
      await add(client, "97001", "Xã Cũ", "2022-01-01", "2024-05-01");
      await importInto(client, [before]);
      const { rows } = await client.query("select name, valid_from from units where code = '97001' order by valid_from");
      expect(rows).toEqual([
        { name: "Xã Cũ", valid_from: "2022-01-01" },
        { name: "Xã Đồi Chè", valid_from: "2024-05-01" },
      ]);
    });
  });

  test("that ended earlier under the same name are left as they are", async () => {
    await inFreshWorld(async (client) => {
      await add(client, "97001", "Xã Đồi Chè", "2022-01-01", "2025-01-01");
      const [report] = await importInto(client, [before]);
      expect(told(report)).toEqual(["commune 97001 endedEarlier 2025-01-01"]);
    });
  });
});

describe("nothing is written", () => {
  test("when one of several files is broken", async () => {
    await expect(readUnitFiles([before, "package.json"], () => {})).rejects.toThrow(ImportRefused);
    for (const path of ["src", "no-such-file.json", "/dev/null"])
      await expect(readUnitFiles([path], () => {})).rejects.toMatchObject({ file: path, cause: { faults: [{ path: null }] } });
  });

  test("when the database refuses the last row", async () => {
    await inFreshWorld(async (client) => {
      const content = await contentOf(client);
      await client.query("alter table unit_lineage_statements add constraint nothing_more check (share <> 'partial')");
      await expect(importInto(client, invented)).rejects.toMatchObject({ code: "23514" });
      expect(await contentOf(client)).toEqual(content);
    });
  });

  test("while another import is running", async () => {
    await inFreshWorld(async (client, world) => {
      await client.query("begin");
      await client.query("select pg_advisory_xact_lock(hashtext('gan-dan units import'))");
      await expect(world.asOwner((second) => importInto(second, [before]))).rejects.toThrow(ImportBusy);
      await client.query("rollback");
      expect(await world.asOwner((second) => importInto(second, [before]))).toMatchObject([{ inserted: 10 }]);
    });
  });
});

const folder = process.env["UNIT_FILES_DIR"] ?? ".data/units";
const real = ["before", "old-to-new", "new-from-old"].map((name) => join(folder, `${name}-2025-07-01.json`));

describe.skipIf(!real.every((path) => existsSync(path)))("the real files (skipped where they are not: put them into .data/units or name their folder in UNIT_FILES_DIR)", () => {
  let world: World;
  let reports: readonly ImportReport[];
  beforeAll(async () => {
    world = await openWorld();
    reports = await world.asOwner(async (client) => {
      // The cast's own units are no part of the country.
      await client.query("delete from account_grants; delete from accounts; delete from units");
      return await importInto(client, real);
    });
  });
  afterAll(() => world.close());

  test("have the units that the law counts", () => {
    expect(reports[0]).toMatchObject({ provinces: 63, districts: 696, communes: 10_035 });
    expect(reports[1]).toMatchObject({ provinces: 63, communes: 10_047 });
    expect(reports[2]).toMatchObject({ provinces: 34, communes: 3_321 });
  });

  test("differ by twelve communes and three names, and one commune whose province the mapping leaves open", () => {
    expect(told(reports[1]).filter((line) => line.endsWith("notInOther"))).toHaveLength(12);
    expect(told(reports[1]).filter((line) => !line.endsWith("notInOther"))).toEqual([
      "commune 04117 marksDiffer Xã Mường Chanh",
      "commune 04136 nameDiffers Xã Nà Bó",
      "commune 07540 nameDiffers Xã Sa Lý",
      "commune 30259 provinceUnclear 82, 91",
    ]);
    expect(reports[2]?.mismatches.every(({ reason, kind }) => kind === "commune" && reason !== "provinceUnclear")).toBe(true);
    expect(reports[2]?.mismatches).toHaveLength(15);
  });

  test("lead the five places of 2023 to where they are today", async () => {
    await world.asOwner(async (client) => {
      const whither = async (code: string) =>
        (
          await client.query(
            "select n.code, n.name, l.share from unit_lineage l join units o on o.id = l.old_id join units n on n.id = l.new_id where o.kind = 'commune' and o.code = $1 and o.valid_to = '2025-07-01'",
            [code],
          )
        ).rows;
      expect(await whither("07576")).toEqual([{ code: "07612", name: "Phường Phượng Sơn", share: "full" }]);
      expect(await whither("07513")).toEqual([{ code: "07498", name: "Xã Bắc Lũng", share: "full" }]);
      expect(await whither("07393")).toEqual([{ code: "07381", name: "Xã Tiên Lục", share: "full" }]);
      expect(await whither("07777")).toEqual([{ code: "07777", name: "Phường Việt Yên", share: "full" }]);
    });
  });

  test("leave no day on which two units bear one code", async () => {
    await world.asOwner(async (client) => {
      const { rows } = await client.query(
        "select a.code from units a join units b on a.kind = b.kind and a.code = b.code and a.id < b.id and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)",
      );
      expect(rows).toEqual([]);
    });
  });
});
