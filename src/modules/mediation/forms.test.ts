import { expect, test } from "vitest";
import type { Day } from "../../base/day.ts";
import { parseOutcome, parseSession, parseVisit } from "./forms/acts.ts";
import { mostParties, parseIntake, partyRows } from "./forms/intake.ts";
import type { Ending } from "./law.ts";
import { at } from "./mediation.stage.ts";
import { actFormTexts } from "./texts/forms.ts";

const bounds = { kinds: ["water"], exclusions: ["crime"], hamletIds: [7] };
const good = {
  kind: "water",
  hamletId: "7",
  spot: "Mương sau nhà văn hóa",
  askedBy: "party",
  channel: "field",
  told: "Tranh nhau giờ lấy nước.",
  partySide1: "sideOne",
  partyName1: "Nông Văn Khoái",
  partyPhone1: "+84 204 000 701",
  partySide2: "sideTwo",
  partyName2: "Lục Thị Vóc",
};
const wrong = (body: object): string[] => {
  const form = parseIntake(body, bounds);
  return form.ok ? [] : Object.keys(form.errors).sort();
};

test("a dispute needs a kind, a hamlet, a spot, what it is about, and somebody on both sides", () => {
  const form = parseIntake(good, bounds);
  expect(form.ok && form.value.parties).toMatchObject([
    { side: "sideOne", phone: "0204000701", idNumber: null, minor: false },
    { side: "sideTwo", phone: null },
  ]);
  expect(wrong({})).toEqual(["askedBy", "channel", "hamletId", "kind", "partyName1", "spot", "told"]);
  expect(wrong({ ...good, hamletId: "8" })).toEqual(["hamletId"]);
  expect(wrong({ ...good, partySide2: "sideOne" })).toEqual(["partyName1"]);
  expect(wrong({ ...good, partyId2: "123", partyPhone1: "12" })).toEqual(["partyId2", "partyPhone1"]);
  expect(wrong({ ...good, exclusion: "nonsense" })).toEqual(["exclusion"]);
  expect(wrong({ ...good, exclusion: "crime" })).toEqual([]);
});

test("rows of parties grow one by one, and never beyond the most", () => {
  expect(partyRows({ rows: "1" })).toEqual([1, 2]);
  expect(partyRows({ rows: "999" })).toHaveLength(mostParties);
  expect(partyRows({ rows: "x" })).toEqual([1, 2]);
  expect(wrong({ ...good, rows: "3", partySide3: "related", partyPhone3: "0204000703" })).toEqual(["partyName3"]);
});

test("a session lies between the record and now, at a time that is written as people write it", () => {
  const session = (given: object) =>
    parseSession(
      { version: "2", heldOn: "19/11/2026", heldTime: "19h30", openness: "private", told: "Đã nói.", ...given },
      { now: at("2026-11-19T21:00"), receivedAt: at("2026-11-18T09:00") },
    );
  const form = session({});
  expect(form.ok && form.value).toMatchObject({ heldAt: at("2026-11-19T19:30"), isPublic: false, policeHelped: false });
  for (const [given, field] of [
    [{ heldTime: "22:00" }, "heldTime"],
    [{ heldTime: "25:00" }, "heldTime"],
    [{ heldOn: "17/11/2026" }, "heldOn"],
    [{ heldOn: "20/11/2026" }, "heldOn"],
    [{ told: "" }, "told"],
  ] as const) {
    const refused = session(given);
    expect(refused.ok ? [] : Object.keys(refused.errors)).toEqual([field]);
  }
});

test("an agreement is told in words; another ending that was chosen beside one is refused, and nothing typed is lost; visits lie ahead and are made behind", () => {
  const endings = [
    { id: "agreed", outcome: "settled" },
    { id: "withdrawn", outcome: "ended" },
  ] as unknown as Ending[];
  const today = "2026-11-20" as Day;
  const outcome = (given: object) => parseOutcome({ version: "3", ...given }, { endings, today });
  expect(outcome({ ending: "agreed" })).toMatchObject({ ok: false, errors: { agreement: {} } });
  expect(outcome({ ending: "agreed", agreement: "Chia giờ.", visitOn: "20/11/2026" })).toMatchObject({ ok: false, errors: { visitOn: {} } });
  expect(outcome({ ending: "withdrawn" })).toMatchObject({ ok: true, value: { agreement: null, visitOn: null } });
  expect(outcome({ ending: "withdrawn", agreement: "Chia giờ." })).toMatchObject({
    ok: false,
    errors: { agreement: actFormTexts.agreementWithout },
    typed: { agreement: "Chia giờ." },
  });
  expect(outcome({ ending: "withdrawn", visitOn: "25/12/2026" })).toMatchObject({ ok: false, errors: { visitOn: actFormTexts.visitWithout } });
  const visit = (visitedOn: string) => parseVisit({ version: "4", visitedOn, finding: "kept" }, { today, endedAt: at("2026-11-19T21:00") });
  expect([visit("18/11/2026").ok, visit("19/11/2026").ok, visit("20/11/2026").ok, visit("21/11/2026").ok]).toEqual([false, true, true, false]);
});
