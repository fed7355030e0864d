import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { importUnitFiles, readUnitFiles } from "../units/index.ts";
import { seedDemoUnits } from "./index.ts";

const folder = await mkdtemp(join(tmpdir(), "gan-dan-units-"));
afterAll(() => rm(folder, { recursive: true }));

/** A corner of the list of March 2025 and of the step of 1 July 2025: enough to meet every way in which a code changed hands. */
const before = [
  {
    Code: "24",
    FullName: "Tỉnh Bắc Giang",
    District: [
      {
        Code: "224",
        FullName: "Thị xã Chũ",
        ProvinceCode: "24",
        Ward: [
          ["07576", "Xã Quý Sơn"],
          ["07600", "Xã Mỹ An"],
          ["07612", "Phường Phượng Sơn"],
        ].map(([Code, FullName]) => ({ Code, FullName, DistrictCode: "224" })),
      },
      {
        Code: "216",
        FullName: "Huyện Tân Yên",
        ProvinceCode: "24",
        Ward: [
          ["07315", "Xã Quang Trung"],
          ["07333", "Xã Lam Sơn"],
        ].map(([Code, FullName]) => ({ Code, FullName, DistrictCode: "216" })),
      },
      {
        Code: "222",
        FullName: "Thị xã Việt Yên",
        ProvinceCode: "24",
        Ward: [
          ["07777", "Phường Bích Động"],
          ["07783", "Phường Hồng Thái"],
        ].map(([Code, FullName]) => ({ Code, FullName, DistrictCode: "222" })),
      },
    ],
  },
];
const merged = (level2_id: string, name: string, olds: readonly string[][]) => ({ level2_id, name, merges: olds.map(([old_id, old]) => ({ old_id, name: old, type: "full" })) });
const newFromOld = {
  data: [
    {
      level1_id: "24",
      name: "Tỉnh Bắc Ninh",
      merges: [{ old_id: "24", name: "Tỉnh Bắc Giang", type: "full" }],
      level2s: [
        merged("07612", "Phường Phượng Sơn", [
          ["07576", "Xã Quý Sơn"],
          ["07600", "Xã Mỹ An"],
          ["07612", "Phường Phượng Sơn"],
        ]),
        merged("07333", "Xã Quang Trung", [
          ["07315", "Xã Quang Trung"],
          ["07333", "Xã Lam Sơn"],
        ]),
        merged("07777", "Phường Việt Yên", [
          ["07777", "Phường Bích Động"],
          ["07783", "Phường Hồng Thái"],
        ]),
      ],
    },
  ],
};

async function withOwner(work: (client: Client, ownerUrl: string) => Promise<void>): Promise<void> {
  const name = `demo_units_${randomUUID().slice(0, 8)}`;
  const cluster = new Client({ connectionString: inject("clusterUrl") });
  await cluster.connect();
  await cluster.query(`create database ${name} template gandan_template`);
  await cluster.end();
  const ownerUrl = Object.assign(new URL(inject("clusterUrl")), { pathname: `/${name}` }).href;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await work(client, ownerUrl);
  } finally {
    await client.end();
  }
}

async function importBoth(client: Client) {
  const paths = [join(folder, "before.json"), join(folder, "new-from-old.json")];
  await writeFile(paths[0] ?? "", JSON.stringify(before));
  await writeFile(paths[1] ?? "", JSON.stringify(newFromOld));
  return await importUnitFiles(client, await readUnitFiles(paths, () => {}), { dryRun: false, onProgress: () => {} });
}

const periods = async (client: Client): Promise<unknown[]> =>
  (
    await client.query(`select u.kind, u.code, u.name, u.short_name, u.norm, u.valid_from::text, u.valid_to::text, p.name as parent, v.name as province
    from units u left join units p on p.id = u.parent_id left join units v on v.id = u.province_id order by u.kind, u.code, u.valid_from`)
  ).rows;
const steps = async (client: Client): Promise<unknown[]> =>
  (
    await client.query(`select o.name, o.valid_from::text, n.name as became, n.valid_from::text as since, l.on_date::text, l.share
    from unit_lineage l join units o on o.id = l.old_id join units n on n.id = l.new_id order by l.on_date, o.code, n.code, o.valid_from`)
  ).rows;

test("units that an import brings after the demonstration are there already, and unit for unit the same", async () => {
  await withOwner(async (client, ownerUrl) => {
    await seedDemoUnits(ownerUrl);
    const [units, lineage] = [await periods(client), await steps(client)];
    const reports = await importBoth(client);
    expect(reports.map(({ inserted }) => inserted)).toEqual([0, 0]);
    expect(reports.flatMap(({ mismatches }) => mismatches).filter(({ reason }) => reason !== "notInOther" && reason !== "notInThis")).toEqual([]);
    expect(await periods(client)).toEqual(units);
    expect(await steps(client)).toEqual(lineage);
    await seedDemoUnits(ownerUrl);
    expect(await periods(client)).toEqual(units);
  });
});

test("units that an import brought before the demonstration get their true first day, and the earlier periods join them", async () => {
  await withOwner(async (plain, plainUrl) => {
    await seedDemoUnits(plainUrl);
    await withOwner(async (client, ownerUrl) => {
      await importBoth(client);
      const { rows } = await client.query("select id from units where code = '07315'");
      await seedDemoUnits(ownerUrl);
      expect(await periods(client)).toEqual(await periods(plain));
      expect(await steps(client)).toEqual(await steps(plain));
      expect((await client.query("select id from units where code = '07315' and name = 'Xã Quang Trung'")).rows, "what others say of it is still about it").toEqual(rows);
    });
  });
});
