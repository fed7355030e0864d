import fc from "fast-check";
import { expect, test } from "vitest";
import type { CardFacts } from "../../base/identity.ts";
import type { Parsed, Typed } from "../../web/form.ts";
import { type Bounds, dayAsked, guestRows, mostGuests, parseCorrection, parseDeclaration, parseDeparture, parseSearch, whoIs, withCard, withRow } from "./forms.ts";
import type { PaperKind } from "./law.ts";

const paper = (id: string, number: PaperKind["number"]) => ({ id, number, list: "paper" }) as PaperKind;
const bounds: Bounds = {
  now: new Date("2026-11-25T20:31:40+07:00"),
  shorterThanDays: 30,
  places: ["home", "hotel"],
  papers: [paper("identityNumber", "identity"), paper("birthCertificate", "free"), paper("none", "none")],
  hamletIds: [6, 7],
};

const whole = {
  rows: "1",
  guestName1: "Đặng Văn Thuỷ",
  guestBorn1: "09/02/1988",
  guestSex1: "male",
  guestPaper1: "identityNumber",
  guestNumber1: "024 088 001 234",
  channel: "phone",
  hostName: "Giáp Thị Lành",
  hostPhone: "0987 654 321",
  placeKind: "home",
  address: "Số 7, tổ dân phố Kép",
  hamletId: "7",
  arrivedOn: "25/11/2026",
  arrivedTime: "20h15",
  leavesOn: "27/11/2026",
  purpose: "Thăm người nhà",
  toldOn: "",
  toldTime: "",
};

const at = (text: string): Date => new Date(`${text}+07:00`);
const errorsOf = (form: Parsed<unknown>): readonly string[] => (form.ok ? [] : Object.keys(form.errors));
const parse = (change: Record<string, unknown>) => parseDeclaration({ ...whole, ...change }, bounds);

test("a declaration is read as it was told; what was told just now is told to the minute", () => {
  expect(parse({})).toEqual({
    ok: true,
    value: {
      channel: "phone",
      hostName: "Giáp Thị Lành",
      hostPhone: "0987654321",
      placeKind: "home",
      address: "Số 7, tổ dân phố Kép",
      hamletId: 7,
      arrivedAt: at("2026-11-25T20:15:00"),
      leavesOn: "2026-11-27",
      purpose: "Thăm người nhà",
      toldAt: at("2026-11-25T20:31:00"),
      guests: [{ number: 1, fullName: "Đặng Văn Thuỷ", bornOn: "1988-02-09", sex: "male", paperKind: "identityNumber", paperNumber: "024088001234" }],
    },
  });
});

test.each([
  ["22:40", "22:40"],
  ["2240", "22:40"],
  ["22h40", "22:40"],
  ["22g", "22:00"],
  ["7.05", "07:05"],
  ["0:00", "00:00"],
])("the time %s is read as %s", (typed, shown) => {
  const form = parse({ arrivedOn: "24/11/2026", arrivedTime: typed });
  expect(form.ok && form.value.arrivedAt).toEqual(at(`2026-11-24T${shown}:00`));
});

test.each([["nothing at all", {}, ["guestName1", "channel", "hostName", "placeKind", "address", "arrivedOn", "arrivedTime", "purpose"]]])(
  "%s is told field by field",
  (_name, body, fields) => {
    expect(errorsOf(parseDeclaration(body, bounds)).toSorted()).toEqual(fields.toSorted());
  },
);

test.each([
  ["a time that no clock shows", { arrivedTime: "24:00" }, "arrivedTime"],
  ["a time in words", { arrivedTime: "tối qua" }, "arrivedTime"],
  ["a day that is none", { arrivedOn: "31/11/2026" }, "arrivedOn"],
  ["a guest who comes next week", { arrivedOn: "03/12/2026" }, "arrivedOn"],
  ["a guest who has been there for thirty days", { arrivedOn: "26/10/2026", leavesOn: "" }, "arrivedOn"],
  ["a guest who means to stay for thirty days", { leavesOn: "25/12/2026" }, "leavesOn"],
  ["a guest who leaves before she comes", { leavesOn: "24/11/2026" }, "leavesOn"],
  ["told later than now", { toldTime: "20:32" }, "toldTime"],
  ["told on another day without a time", { toldOn: "24/11/2026" }, "toldTime"],
  ["told days before the guest came", { toldOn: "23/11/2026", toldTime: "10:00" }, "toldOn"],
  ["a hamlet of another commune", { hamletId: "8" }, "hamletId"],
  ["a kind of place that the law does not know", { placeKind: "cave" }, "placeKind"],
  ["a way of telling that is not ours", { channel: "nationalPortal" }, "channel"],
  ["a phone of letters", { hostPhone: "không có" }, "hostPhone"],
  ["eleven digits", { guestNumber1: "02408800123" }, "guestNumber1"],
  ["no paper but a number", { guestPaper1: "none" }, "guestPaper1"],
  ["a birth certificate without a number", { guestPaper1: "birthCertificate", guestNumber1: "" }, "guestNumber1"],
  ["a name of signs", { guestName1: "<script>" }, "guestName1"],
  ["a guest born tomorrow", { guestBorn1: "26/11/2026" }, "guestBorn1"],
  ["two values where one is asked", { hostName: ["a", "b"] }, "hostName"],
  [
    "the same guest twice",
    { rows: "2", guestName2: "Dang Van Thuy", guestBorn2: "09/02/1988", guestSex2: "male", guestPaper2: "identityNumber", guestNumber2: "024088001234" },
    "guestName2",
  ],
])("%s has its error at its field, and what was typed is kept", (_name, change, field) => {
  const form = parse(change);
  expect(errorsOf(form)).toEqual([field]);
  expect(form.ok ? null : form.typed["purpose"]).toBe("Thăm người nhà");
});

test("twenty-nine days are a stay, thirty are not", () => {
  expect(errorsOf(parse({ leavesOn: "24/12/2026" }))).toEqual([]);
  expect(errorsOf(parse({ arrivedOn: "27/10/2026", leavesOn: "" }))).toEqual([]);
  expect(errorsOf(parseDeclaration({ ...whole, leavesOn: "25/03/2027" }, { ...bounds, shorterThanDays: null }))).toEqual([]);
});

test("empty rows are left out, and guests keep their place", () => {
  const form = parse({ rows: "3", guestName3: "Đặng Thị Mơ", guestBorn3: "1/1/2020", guestSex3: "female", guestPaper3: "none", guestNumber3: "" });
  expect(form.ok && form.value.guests.map(({ number, paperNumber }) => [number, paperNumber])).toEqual([
    [1, "024088001234"],
    [3, null],
  ]);
});

test("a correction needs its reason and the version that was seen", () => {
  expect(errorsOf(parseCorrection(whole, bounds))).toEqual(["version", "reason"]);
  expect(parseCorrection({ ...whole, version: "2", reason: "Nghe nhầm" }, bounds)).toMatchObject({ ok: true, value: { version: 2, reason: "Nghe nhầm" } });
});

const card: CardFacts = {
  idNumber: "024181009876",
  oldIdNumber: null,
  fullName: "Hoàng Thị Nga",
  bornOn: "1979-08-17" as never,
  sex: "female",
  address: "Thôn Giành Cũ",
  issuedOn: null,
};

test("cards fill the rows one after another, each guest once, and no more than fit", () => {
  const one = withCard({ rows: "1" }, card);
  expect(one).toMatchObject({ rows: "1", guestName1: "Hoàng Thị Nga", guestBorn1: "17/08/1979", guestNumber1: "024181009876", card: "" });
  expect(withCard(one as Typed, card)).toBeNull();
  let typed: Typed = {};
  for (let i = 0; i < mostGuests; i++) typed = withCard(typed, { ...card, idNumber: String(100_000_000_000 + i) }) as Typed;
  expect(guestRows(typed)).toHaveLength(mostGuests);
  expect(withCard(typed, card)).toBeNull();
  expect(guestRows(withRow(typed))).toHaveLength(mostGuests);
  expect(guestRows({ rows: "-1" })).toEqual([1]);
  expect(guestRows({ rows: "1e9" })).toHaveLength(mostGuests);
});

test("a departure lies between arrival and now, of guests who are there", () => {
  const given = { now: bounds.now, arrivedAt: at("2026-11-25T18:00:00"), guests: [1, 2] };
  const leave = (body: Record<string, unknown>) => parseDeparture({ version: "2", ...body }, given);
  expect(leave({ guests: ["1", "2", "9"] })).toMatchObject({ ok: true, value: { guests: [1, 2], leftAt: at("2026-11-25T20:31:00") } });
  expect(leave({ guests: "2", act: "back" })).toMatchObject({ ok: true, value: { guests: [2], leftAt: null } });
  expect(errorsOf(leave({}))).toEqual(["guests"]);
  expect(errorsOf(leave({ guests: "9" }))).toEqual(["guests"]);
  expect(errorsOf(leave({ guests: "1", leftTime: "20:32" }))).toEqual(["leftTime"]);
  expect(errorsOf(leave({ guests: "1", leftTime: "17:59" }))).toEqual(["leftTime"]);
  expect(errorsOf(leave({ guests: "1", leftOn: "25/11/2026" }))).toEqual(["leftTime"]);
});

test("the day of the log is today unless one is named that has been", () => {
  const today = "2026-11-25" as never;
  expect(["24/11/2026", "2026-11-24", "26/11/2026", "x", undefined].map((typed) => dayAsked(typed, today))).toEqual(["2026-11-24", "2026-11-24", today, today, today]);
  expect(errorsOf(parseSearch({ ten: " a " }))).toEqual(["ten"]);
});

test("who is who: by number where there is one, else by name and birth, marks aside", () => {
  const one = { fullName: "Đặng Minh Châu", bornOn: "2024-03-01" as never, paperKind: "none", paperNumber: null };
  expect(whoIs(one)).toBe(whoIs({ ...one, fullName: "dang  minh chau" }));
  expect(whoIs({ ...one, paperKind: "identityNumber", paperNumber: "024181009876" })).toBe("id:024181009876");
  expect(whoIs({ ...one, paperKind: "passport", paperNumber: "c1234567" })).toBe(whoIs({ ...one, paperKind: "passport", paperNumber: "C1234567", fullName: "X" }));
});

test("whatever is sent, the form answers and nothing throws", () => {
  const field = fc.constantFrom(...Object.keys(whole), "version", "reason", "act", "guests", "leftOn");
  const value = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.array(fc.string(), { maxLength: 3 }), fc.constantFrom("0", "-1", "1e9", "31/12/9999", "0000-00-00"));
  fc.assert(
    fc.property(fc.dictionary(field, value), (body) => {
      for (const form of [parseDeclaration({ ...whole, ...body }, bounds), parseDeclaration(body, bounds), parseCorrection(body, bounds)]) {
        if (form.ok) expect(form.value.guests.length).toBeGreaterThan(0);
        else expect(Object.keys(form.errors).length).toBeGreaterThan(0);
      }
      parseDeparture(body, { now: bounds.now, arrivedAt: bounds.now, guests: [1] });
    }),
    { numRuns: 500 },
  );
});
