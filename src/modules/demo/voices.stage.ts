import { expect, test } from "vitest";
import type { Day } from "../../base/day.ts";
import { regimesOf } from "../../kernel/actor.ts";
import type { House } from "../../kernel/house.ts";
import { roles } from "../../kernel/rights.ts";
import { inTx } from "../../kernel/tx.ts";
import { figuresOf } from "../incidents/service/figures.ts";
import { readCast } from "./files.ts";
import type { Ground } from "./ground.stage.ts";
import { residentsOf } from "./residents.ts";

const wednesday = new Date("2026-11-25T10:05:00+07:00");

/** What the world holds of meetings, incidents, disputes and frauds. */
export function tellVoices(world: () => Ground & { readonly said: House }): void {
  test("has disputes in every state, five settled, late beginnings and a late visit, and the same ditch and the same man twice", async () => {
    const states = await world().ask<{ state: string; count: number }>("select state, count(*)::int from matters where kind = 'dispute' group by 1 order by 1");
    expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toEqual({
      assigned: 2,
      ended: 1,
      excluded: 1,
      mediating: 2,
      recorded: 1,
      settled: 5,
      unsettled: 1,
    });
    expect(await world().ask("select m.state from breaches b join matters m on m.commune_id = b.commune_id and m.id = b.matter_id where m.kind = 'dispute' order by 1")).toEqual([
      { state: "assigned" },
      { state: "mediating" },
    ]);
    expect(await world().ask("select count(*)::int as late from dispute_visits where visited_on is null and planned_on < '2026-11-25'")).toEqual([{ late: 1 }]);
    expect(await world().ask("select count(*)::int as times from disputes group by hamlet_id, spot_norm having count(*) > 1")).toEqual([{ times: 2 }]);
    expect(await world().ask("select count(*)::int as times from identities where regime = 'mediation' group by lookup_hash having count(*) > 1 order by 1")).toEqual([
      { times: 2 },
      { times: 2 },
    ]);
  });

  test("has two frauds stopped in two days and one lost, with the money, and a warning that everybody may read", async () => {
    const ended = await world().ask(
      "select m.outcome, r.attempted_dong::int as attempted, r.saved_dong::int as saved from scam_reports r join matters m on m.commune_id = r.commune_id and m.id = r.matter_id order by m.id",
    );
    expect(ended).toEqual([
      { outcome: "stopped", attempted: 80_000_000, saved: 80_000_000 },
      { outcome: "lost", attempted: 36_000_000, saved: 0 },
      { outcome: "stopped", attempted: 52_000_000, saved: 52_000_000 },
    ]);
    expect(await world().ask("select 1 from scam_alerts where withdrawn_at is null")).toHaveLength(1);
    expect(await world().ask("select 1 from breaches b join matters m on m.commune_id = b.commune_id and m.id = b.matter_id where m.kind = 'scam'")).toEqual([]);
  });

  test("has a roster in which two officers take turns by day and by night, so that somebody is always rung", async () => {
    const turns = await world().ask("select starts::text, count(distinct officer_id)::int as officers, count(*)::int as shifts from duty_rosters group by 1 order by 1");
    expect(turns).toEqual([
      { starts: "07:00:00", officers: 1, shifts: 8 },
      { starts: "19:00:00", officers: 1, shifts: 8 },
    ]);
    expect(await world().ask("select 1 from duty_rosters where duty_on = '2026-11-25' group by duty_on having count(distinct officer_id) = 2")).toHaveLength(1);
  });

  test("has a year 2023 at Quý Sơn, told incident by incident, that comes to what the newspaper counted", async () => {
    const unit = world().said.units.findByCode("commune", "07576", "2023-12-01" as Day);
    const scope = { kind: "commune", communeId: unit?.id ?? 0, provinceId: unit?.provinceId ?? 0 } as const;
    const rights = new Set(roles.chief);
    const figures = await inTx(
      world().database,
      { house: world().said, actor: { id: null, name: "", scope, rights, regimes: regimesOf(rights) }, now: wednesday, readOnly: true },
      (tx) => figuresOf(tx, 2023),
    );
    const counted = (rows: typeof figures.natures) => Object.fromEntries(rows.flatMap(({ id, now }) => (now && now.cases > 0 ? [[id, [now.cases, now.people]]] : [])));
    expect(counted(figures.natures)).toEqual({ theft: [4, 5], injury: [2, 4], gambling: [1, 5], drugs: [3, 8], disorder: [8, 0] });
    expect(counted(figures.measures)).toEqual({ dispersed: [8, 91], calledIn: [7, 14] });
    expect(await world().ask("select 1 from matters m join breaches b on b.commune_id = m.commune_id and b.matter_id = m.id where m.kind = 'incident'")).toEqual([]);
    const record = await world().ask<{ said: string }>(
      "select coalesce(t.note, '') || t.facts::text || m.title as said from timeline t join matters m on m.commune_id = t.commune_id and m.id = t.matter_id where m.kind = 'incident'",
    );
    expect(record.length).toBeGreaterThan(100);
    const cast = readCast();
    const [post] = cast.posts;
    const people = post ? residentsOf(cast, post) : [];
    expect(people.length).toBeGreaterThan(100);
    const said = record.map((row) => row.said).join("\n");
    const named = people.flatMap(({ fullName, phone, idNumber }) => [fullName, phone, idNumber]).filter((word) => said.includes(word));
    expect(named, "who stands behind an incident is in no line of the record").toEqual([]);
  });

  test("has a meeting of last week with opinions in every state, promises kept and open, and the next meeting planned", async () => {
    const states = await world().ask<{ kind: string; state: string; count: number }>(
      "select kind, state, count(*)::int from matters where regime = 'listening' group by 1, 2 order by 1, 2",
    );
    expect(states.map(({ kind, state, count }) => `${kind} ${state} ${count}`)).toEqual([
      "citizenLetter received 1",
      "commitment carriedOut 1",
      "commitment promised 1",
      "meeting minuted 1",
      "meeting planned 1",
      "opinion answered 2",
      "opinion received 2",
      "opinion working 2",
    ]);
    expect(await world().ask("select contests from opinions where contests > 0")).toEqual([{ contests: 1 }]);
    expect(await world().ask("select count(*)::int as shown from public_words")).toEqual([{ shown: 1 }]);
  });
}
