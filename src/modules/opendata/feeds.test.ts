import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { units } from "../../../test/world/cast.ts";
import { alert, faultsOf, meeting, openSite } from "./opendata.stage.ts";
import { paths } from "./paths.ts";

const site = openSite();
const post = units.phuongSon.code;

/** A calendar as a program reads it that is not ours. */
function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => ({
    uid: one.getFirstPropertyValue("uid"),
    summary: one.getFirstPropertyValue("summary"),
    location: one.getFirstPropertyValue("location"),
    status: one.getFirstPropertyValue("status"),
    start: new ICAL.Event(one).startDate.toJSDate().toISOString(),
    sequence: Number(one.getFirstPropertyValue("sequence")),
  }));
}

describe("meetings as a calendar", () => {
  test("say what, where and when; a text with its commas and semicolons is read as it was written", async () => {
    await site.lay("meeting", meeting());
    const answer = await site.get(paths.meetings(post, null));
    expect(answer.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(events(answer.body)).toMatchObject([
      {
        uid: "07612.talks.m1@localhost",
        summary: "Lắng nghe ý kiến nhân dân; tổ dân phố Kép, lần 2",
        location: "Nhà văn hóa Kép, Tổ dân phố Kép, Phường Phượng Sơn",
        status: "CONFIRMED",
        start: "2026-12-05T12:30:00.000Z",
      },
    ]);
    for (const line of answer.body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("one that is called off stays under its name, with a higher number", async () => {
    await site.lay("meeting", meeting());
    const [before] = events((await site.get(paths.meetings(post, null))).body);
    await site.lay("meeting", meeting({ cancelled: true, updatedAt: new Date("2026-11-23T09:00:00+07:00") }));
    const [after] = events((await site.get(paths.meetings(post, null))).body);
    expect(after).toMatchObject({ uid: before?.uid, status: "CANCELLED" });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });

  test("a hamlet's calendar has its own and those for all, and no other hamlet's", async () => {
    await site.lay("meeting", meeting({ uid: "own" }));
    await site.lay("meeting", meeting({ uid: "all", hamlet: null }));
    await site.lay("meeting", meeting({ uid: "other", hamlet: units.gianhCu.id }));
    const found = events((await site.get(paths.meetings(post, units.kep.code))).body).map(({ uid }) => uid);
    expect(found.sort()).toEqual(["07612.talks.all@localhost", "07612.talks.own@localhost"]);
  });

  test("what is not shown, and what another post shows, is in no feed", async () => {
    await site.lay("meeting", meeting({ title: "Họp kín" }), { shown: false });
    await site.lay("meeting", meeting({ title: "Họp ở Tiên Lục", hamlet: null }), { commune: units.tienLuc.id });
    await site.lay("alert", alert({ headline: "Chưa phát" }), { shown: false });
    for (const url of [paths.meetings(post, null), paths.meetings(post, units.kep.code), paths.alerts(post, null), paths.capIndex(post, null)]) {
      expect((await site.get(url)).body).not.toMatch(/Họp kín|Tiên Lục|Chưa phát/);
    }
    expect((await site.get(paths.cap(post, "warnings.a1"))).statusCode).toBe(404);
    expect((await site.get(paths.meetings(units.tienLuc.code, null))).body).toContain("Tiên Lục");
  });
});

describe("alerts as Atom", () => {
  test("are as RFC 4287 wants them, with every sign of the text", async () => {
    await site.lay("alert", alert({ text: "Dòng một\u0008 ]]> \"hai\" & 'ba'" }));
    const { body, headers } = await site.get(paths.alerts(post, null));
    expect(headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(await faultsOf(body, "atom")).toEqual([]);
    expect(body).toContain("<id>tag:localhost,2026:alert/07612/warnings.a1</id>");
    expect(body).toContain("<title>Giả danh công an gọi điện &lt;báo nợ&gt; &amp; đòi tiền</title>");
    expect(body).toContain("<updated>2026-11-22T20:15:30+07:00</updated>");
  });

  test("a feed with nothing in it is a feed all the same", async () => {
    const { body } = await site.get(paths.alerts(post, units.kep.code));
    expect(await faultsOf(body, "atom")).toEqual([]);
    expect(body).toContain("<updated>2026-11-23T00:00:00+07:00</updated>");
  });

  test("whoever has the newest already is told so; a change is given out anew", async () => {
    await site.lay("alert", alert());
    const first = await site.get(paths.alerts(post, null));
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const again = await site.get(paths.alerts(post, null), { "if-none-match": `"other", ${etag}` });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
    await site.lay("alert", alert({ headline: "Đã bắt được người gọi" }));
    expect((await site.get(paths.alerts(post, null), { "if-none-match": etag })).statusCode).toBe(200);
  });
});

describe("an alert as CAP 1.2", () => {
  const documentOf = async (key: string) => (await site.get(paths.cap(post, key))).body;

  test("is as the schema of the standard wants it, with offsets and never a Z", async () => {
    await site.lay("alert", alert({ instruction: "Tắt máy, gọi 113", hamlets: [units.kep.id, units.gianhCu.id], category: "Safety", urgency: "Immediate", certainty: "Observed" }));
    const answer = await site.get(paths.cap(post, "warnings.a1"));
    expect(answer.headers["content-type"]).toBe("application/cap+xml; charset=utf-8");
    expect(await faultsOf(answer.body, "cap-1.2")).toEqual([]);
    expect(answer.body).toContain("<sent>2026-11-22T20:15:30+07:00</sent>");
    expect(answer.body).toContain("<areaDesc>Tổ dân phố Kép, Phường Phượng Sơn</areaDesc>");
    expect(answer.body).toMatch(/<status>Actual<\/status>\s*<msgType>Alert</);
    expect(answer.body).not.toMatch(/\dZ</);
    for (const name of ["identifier", "sender"]) expect(new RegExp(`<${name}>(.*)</${name}>`).exec(answer.body)?.[1]).toMatch(/^[^\s,<&]+$/);
  });

  test("is for the hamlets that it is for, each by its code, and not for their whole commune; for all it bears the code of the commune", async () => {
    const codes = (xml: string) => [...xml.matchAll(/<valueName>(.*?)<\/valueName>\s*<value>(.*?)<\/value>/g)].map(([, name, value]) => [name, value]);
    await site.lay("alert", alert({ hamlets: [units.kep.id, units.gianhCu.id] }));
    const some = await documentOf("warnings.a1");
    expect(codes(some)).toEqual([
      ["VN-hamlet", "07612-02"],
      ["VN-hamlet", "07612-01"],
    ]);
    expect(await faultsOf(some, "cap-1.2")).toEqual([]);
    await site.lay("alert", alert());
    expect(codes(await documentOf("warnings.a1"))).toEqual([["VN-commune", "07612"]]);
    // Of a hamlet that is no more nobody says that it was for all.
    await site.lay("alert", alert({ hamlets: [999_999] }));
    const gone = await documentOf("warnings.a1");
    expect([codes(gone), gone.includes("<areaDesc>Phường Phượng Sơn</areaDesc>"), await faultsOf(gone, "cap-1.2")]).toEqual([[], true, []]);
  });

  test("one that replaces another names it as CAP does, and one that takes it back is a Cancel", async () => {
    const first = alert();
    const supersedes = [{ id: first.id, sentAt: first.sentAt }];
    await site.lay("alert", first);
    await site.lay("alert", alert({ id: "a2", sentAt: new Date("2026-11-23T08:00:00+07:00"), supersedes }));
    await site.lay("alert", alert({ id: "a3", sentAt: new Date("2026-11-23T09:00:00+07:00"), supersedes, cancels: true }));
    const [update, cancel] = [await documentOf("warnings.a2"), await documentOf("warnings.a3")];
    expect(update).toContain("<msgType>Update</msgType>");
    expect(update).toContain("<references>post-07612@localhost,07612.warnings.a1,2026-11-22T20:15:30+07:00</references>");
    expect(cancel).toContain("<msgType>Cancel</msgType>");
    expect([await faultsOf(update, "cap-1.2"), await faultsOf(cancel, "cap-1.2")]).toEqual([[], []]);
  });

  test("the index leads to those that hold now, and to no other", async () => {
    await site.lay("alert", alert({ id: "old", expiresAt: new Date("2026-11-23T09:00:00+07:00") }));
    await site.lay("alert", alert({ id: "replaced" }));
    await site.lay("alert", alert({ id: "new", supersedes: [{ id: "replaced", sentAt: alert().sentAt }] }));
    const { body } = await site.get(paths.capIndex(post, null));
    expect(await faultsOf(body, "atom")).toEqual([]);
    expect([...body.matchAll(/rel="alternate" type="application\/cap\+xml" href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      `http://localhost:3000${paths.cap(post, "warnings.new")}`,
    ]);
  });

  test("one that was replaced by an alert for other hamlets is in no index any more", async () => {
    await site.lay("alert", alert({ id: "first", hamlets: [units.kep.id] }));
    await site.lay("alert", alert({ id: "second", hamlets: [units.gianhCu.id], supersedes: [{ id: "first", sentAt: alert().sentAt }] }));
    expect((await site.get(paths.capIndex(post, units.kep.code))).body).not.toContain("<entry>");
    expect((await site.get(paths.alerts(post, units.kep.code))).body).toContain("warnings.first</id>");
  });

  test("the reader of schemas sees what is wrong", async () => {
    await site.lay("alert", alert());
    const right = await documentOf("warnings.a1");
    expect(await faultsOf(right.replaceAll("+07:00<", "Z<"), "cap-1.2")).not.toEqual([]);
    expect(await faultsOf(right.replace(/(<urgency>.*?<\/urgency>)(\s*)(<severity>.*?<\/severity>)/s, "$3$2$1"), "cap-1.2")).not.toEqual([]);
    expect(await faultsOf((await site.get(paths.alerts(post, null))).body.replace(/<updated>.*?<\/updated>/s, ""), "atom")).not.toEqual([]);
  });
});

test("a post or a hamlet that is not here is told as data", async () => {
  for (const url of [paths.alerts("99999", null), paths.meetings(post, units.ngoen.code), paths.meetings(units.huuLung.code, null)]) {
    const answer = await site.get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject([{ code: 404 }]);
  }
});

test("the page for people leads to every feed of the post and its hamlets", async () => {
  const answer = await site.get(paths.page());
  expect(answer.statusCode).toBe(200);
  const links = [...answer.body.matchAll(/href="(\/api\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(links).toHaveLength(3 * 3 + 2);
  for (const link of links) expect([link, (await site.get(link)).statusCode]).toEqual([link, 200]);
});
