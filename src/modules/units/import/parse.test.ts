import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJsonFault } from "../../../base/json.ts";
import { BrokenUnitFile, type Fault, type UnitFile } from "./file.ts";
import { parseUnitFile } from "./parse.ts";

const fixture = (name: string): string => readFileSync(`src/modules/units/fixtures/${name}.json`, "utf8");

describe("each of the three files is known by its shape", () => {
  test("the tree of March 2025", () => {
    const file = parseUnitFile(fixture("before"));
    expect(file).toMatchObject({ kind: "before", counts: { provinces: 2, districts: 3, communes: 5 }, lineage: [], remarks: [] });
    const commune = file.units.find(({ code }) => code === "97004");
    expect(commune).toMatchObject({ era: "old", name: "Xã Hoà Minh", parent: { kind: "district", code: "901" }, province: { code: "97" } });
  });

  test("the table from old to new, where a divided commune went in parts", () => {
    const file = parseUnitFile(fixture("old-to-new"));
    expect(file).toMatchObject({ kind: "oldToNew", counts: { provinces: 2, districts: 1, communes: 6 }, remarks: [] });
    expect(stepsFrom(file, "97004")).toEqual(["97004 partial", "97010 partial"]);
    expect(stepsFrom(file, "97001")).toEqual(["97004 full"]);
    expect(stepsFrom(file, "902")).toEqual(["97050 full"]);
    expect(file.units.find(({ era, code }) => era === "new" && code === "98001")).toMatchObject({ province: { era: "new", code: "97" } });
  });

  test("the table of new from old", () => {
    const file = parseUnitFile(fixture("new-from-old"));
    expect(file).toMatchObject({ kind: "newFromOld", counts: { provinces: 1, districts: 0, communes: 5 }, remarks: [] });
    expect(stepsFrom(file, "98004")).toEqual(["98001 partial", "98010 partial"]);
  });
});

const stepsFrom = (file: UnitFile, code: string): string[] =>
  file.lineage.filter(({ from }) => from.code === code && from.kind !== "province").map(({ to, share }) => `${to.code} ${share}`);

describe("a table that contradicts itself is taken, and says so", () => {
  test("a commune whose old ones lie in two provinces has none in this file", () => {
    const file = parseUnitFile(
      fixture("old-to-new")
        .replace('{ "new_id": "97", "name": "Hoa Sen" }],\n      "level3s"', '{ "new_id": "98", "name": "Trúc Đào" }],\n      "level3s"')
        .replaceAll('98001", "name": "Phường Trúc', '97010", "name": "Phường Hòa Minh'),
    );
    expect(file.remarks).toMatchObject([{ kind: "commune", code: "97010", reason: "provinceUnclear", other: "97, 98" }]);
    expect(file.units.find(({ era, code }) => era === "new" && code === "97010")).toMatchObject({ parent: null, province: null });
  });

  test("a commune cannot go as a whole to two places", () => {
    const file = parseUnitFile(fixture("new-from-old").replaceAll('"name": "Xã Nà Bó", "type": "partial"', '"name": "Xã Nà Bó", "type": "full"'));
    expect(file.remarks).toMatchObject([{ kind: "lineage", code: "98004", reason: "fullTwice", other: "98001, 98010" }]);
  });

  test("two names for one commune within a file", () => {
    const file = parseUnitFile(fixture("old-to-new").replace("xã Đồi Chè", "Xã Đồi Trà"));
    expect(file.remarks).toMatchObject([{ code: "97004", name: "Xã Đồi Chè", other: "Xã Đồi Trà", reason: "nameDiffers" }]);
  });
});

function faultsOf(text: string): readonly Fault[] {
  try {
    parseUnitFile(text);
  } catch (error) {
    if (error instanceof BrokenUnitFile) return error.faults;
    throw error;
  }
  throw new Error("the file was taken");
}

describe("a broken file says where and why, in both languages", () => {
  const before = fixture("before");
  test.each([
    ["a code borne twice", before.replace("97007", "97004"), "[0].District[0].Ward[2].Code", /97004.*\[0\]\.District\[0\]\.Ward\[1\]\.Code/],
    ["a district of another province", before.replace('"ProvinceCode": "98"', '"ProvinceCode": "97"'), "[1].District[0].ProvinceCode", /97.*98/],
    ["a commune of another district", before.replace('"Xã Nà Bó", "DistrictCode": "903"', '"Xã Nà Bó", "DistrictCode": "999"'), "[1].District[0].Ward[1].DistrictCode", /999.*903/],
    ["a code of another length", before.replace('"98004"', '"9804"'), "[1].District[0].Ward[1].Code", /5/],
    ["a code that is a number", before.replace('"98004"', "98004"), "[1].District[0].Ward[1].Code", /text/],
    ["a name left out", before.replace('"FullName": "Xã Nà Bó", ', ""), "[1].District[0].Ward[1].FullName", /missing/],
    ["a name that is only spaces", before.replace("Xã Nà Bó", "   "), "[1].District[0].Ward[1].FullName", /empty/],
    ["a name with a NUL written as an escape", before.replace("Xã Nà Bó", "Xã\\u0000Bó"), "[1].District[0].Ward[1].FullName", /strange/],
    ["an unknown share", fixture("new-from-old").replace("partial", "half"), "data[0].level2s[0].merges[1].type", /full, partial/],
    ["a commune that went nowhere", fixture("old-to-new").replace('[{ "new_id": "97050", "name": "Đặc khu Đảo Xa" }]', "[]"), "data[0].level2s[0].splits", /empty/],
    ["the same step twice", fixture("new-from-old").replace('"old_id": "97013"', '"old_id": "97007"'), "data[0].level2s[1].merges[2].old_id", /97007/],
  ])("%s", (_, text, path, message) => {
    const [fault, ...more] = faultsOf(text);
    expect(more).toEqual([]);
    expect(fault?.path).toBe(path);
    expect(fault?.message.en).toMatch(message);
    expect(fault?.message.vi).not.toBe(fault?.message.en);
  });

  test("malformed JSON: the line and the column", () => {
    expect(faultsOf('[\n {"Code": "97",\n  "FullName": Hoa}\n]')).toMatchObject([{ path: null, place: { line: 3, column: 15 } }]);
    expect(faultsOf(before.slice(0, 60))).toMatchObject([{ path: null }]);
    expect(faultsOf("[\n\0]")).toMatchObject([{ place: { line: 2, column: 1 } }]);
  });

  test.each(["", "  \n", "null", "7", "[]", "{}", '{"data":[]}', '{"data":{}}', '[{"name":"x"}]', "[[[]]]"])("%j is none of the three files", (text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });
});

const ugly = fc.oneof(fc.json(), fc.constantFrom(fixture("before"), fixture("old-to-new"), fixture("new-from-old")));
/** A text with a piece cut out and something else put in. */
const mutated = fc.tuple(ugly, fc.nat(), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom('"', "{", "}", "]", ",", "\\", "\0", "null", "97001"))).map(([text, seed, cut, put]) => {
  const at = seed % (text.length + 1);
  return text.slice(0, at) + put + text.slice(at + cut);
});

test("whatever a file holds, it is taken or refused with a place, and nothing else happens", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      try {
        expect(parseUnitFile(text).units.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenUnitFile);
        expect((error as BrokenUnitFile).faults.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("a fault is found in exactly those texts that are not JSON", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const isJson = ((): boolean => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      expect(findJsonFault(text) === null).toBe(isJson);
    }),
    { numRuns: 500 },
  );
});

const tree = fc
  .uniqueArray(fc.nat(99), { minLength: 1, maxLength: 4 })
  .chain((provinces) => fc.tuple(fc.constant(provinces), fc.array(fc.nat(3), { minLength: provinces.length, maxLength: provinces.length })))
  .map(([provinces, sizes]) =>
    provinces.map((code, p) => {
      const Code = String(code).padStart(2, "0");
      const District = Array.from({ length: sizes[p] ?? 0 }, (_, d) => {
        const district = String(p * 10 + d).padStart(3, "0");
        return {
          Code: district,
          FullName: `Huyện ${district}`,
          ProvinceCode: Code,
          Ward: d === 0 ? null : [{ Code: `${district}00`, FullName: `Xã ${district}`, DistrictCode: district }],
        };
      });
      return { Code, FullName: `Tỉnh ${Code}`, District };
    }),
  );

test("a well-formed tree keeps every unit, once, under its own province", () => {
  fc.assert(
    fc.property(tree, (provinces) => {
      const file = parseUnitFile(JSON.stringify(provinces));
      const districts = provinces.flatMap(({ District }) => District);
      expect(file.counts).toEqual({ provinces: provinces.length, districts: districts.length, communes: districts.filter(({ Ward }) => Ward !== null).length });
      expect(new Set(file.units.map(({ kind, code }) => `${kind}${code}`)).size).toBe(file.units.length);
      for (const unit of file.units) if (unit.kind === "district") expect(unit.parent?.code).toBe(districts.find(({ Code }) => Code === unit.code)?.ProvinceCode);
    }),
  );
});
