import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../test/world/cast.ts";
import { as, openWorld, type World } from "../../test/world/index.ts";
import { anybody, type Place } from "./actor.ts";
import { isCrowded, throughDoor, toldToOfficer } from "./door.ts";
import { keepIdentity, listIdentities, openIdentity } from "./identity.ts";
import { defineMatter, type Matter, openMatter } from "./matter.ts";
import { addMessage, listMessages } from "./messages.ts";
import { Problem } from "./problem.ts";
import { openByRef, showMatter, type Tx } from "./tx.ts";

const letter = defineMatter({ kind: "note", regime: "listening", states: ["received"], first: "received", opens: "listening.handIn", actions: {} });
const alarm = defineMatter({ kind: "alarm", regime: "incidents", states: ["received"], first: "received", opens: "incidents.handIn", actions: {} });

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const phuongSon: Place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
let made = 0;
const fresh = () => ({ code: `N-${++made}`, title: "", channel: "web", hamletId: null, assigneeId: null, term: null, facts: {} }) as const;
const nga = { fullName: "Hoàng Thị Nga", phone: "0912000113", address: null, idNumber: null, more: {} };

/** A letter that somebody handed in by herself, with her name. */
const handIn = (): Promise<Matter> =>
  world.commit(anybody, (tx) =>
    throughDoor(tx, phuongSon, "listening", async (inside) => {
      const matter = await openMatter(inside, letter, fresh());
      await keepIdentity(inside, matter, { role: "author", who: nga, minor: false });
      return matter;
    }),
  );

describe("the door", () => {
  test("takes in what a resident hands in, in its own name", async () => {
    const matter = await handIn();
    const first = await world.try(as(cast.binh), (tx) => tx.db.selectFrom("timeline").select(["actorId", "action"]).where("matterId", "=", matter.id).executeTakeFirst());
    expect(first).toEqual({ actorId: cast.door.id, action: "open" });
  });

  test("opens nothing of another regime than the one it was opened for", async () => {
    const attempt = world.try(anybody, (tx) => throughDoor(tx, phuongSon, "listening", (inside) => openMatter(inside, alarm, fresh())));
    await expect(attempt).rejects.toMatchObject({ code: "notPermitted" });
  });

  test("closes behind whoever was refused: the transaction is the resident's again, and sees nothing of the post", async () => {
    await handIn();
    for (const error of [new Problem("notNow"), new RangeError("a bug")])
      await world.try(anybody, async (tx) => {
        await expect(throughDoor(tx, phuongSon, "listening", () => Promise.reject(error))).rejects.toBe(error);
        expect(await tx.db.selectFrom("matters").select("id").execute()).toEqual([]);
        expect(await openByRef(tx, "3467CDFGHJKMNPQR", "note")).toBeNull();
      });
  });

  test("PostgreSQL too lets it into no other regime", async () => {
    const intrude = (tx: Tx) =>
      throughDoor(tx, phuongSon, "listening", (inside) =>
        inside.db
          .insertInto("identities")
          .values({ ...phuongSon, matterId: 1, regime: "incidents", role: "author", minor: false, sealed: Buffer.alloc(1), addedAt: inside.now, addedBy: inside.actor.id })
          .execute(),
      );
    await expect(world.try(anybody, intrude)).rejects.toThrow(/row-level security/);
  });

  test("knows when more comes in an hour than people write, in each regime for itself", async () => {
    const arrive = (inside: Tx) => openMatter(inside, letter, fresh());
    const found = await world.try(anybody, (tx) =>
      throughDoor(tx, phuongSon, "listening", async (inside) => {
        const before = await isCrowded(inside, phuongSon, "listening");
        for (let i = 0; i < 30; i += 1) await arrive(inside);
        return [before, await isCrowded(inside, phuongSon, "listening"), await isCrowded(inside, phuongSon, "incidents")];
      }),
    );
    expect(found).toEqual([false, true, false]);
  });

  test("closes behind: afterwards the resident sees nothing of the post", async () => {
    await handIn();
    const left = await world.try(anybody, async (tx) => {
      await throughDoor(tx, phuongSon, "listening", async () => {});
      return await tx.db.selectFrom("matters").select("id").execute();
    });
    expect(left).toEqual([]);
  });

  test("closes behind an officer to whom something was told, also when it was refused", async () => {
    await handIn();
    // The duty officer holds no regime of letters.
    for (const work of [async () => {}, async () => Promise.reject(new Problem("alreadyDone"))]) {
      const left = await world.try(as(cast.trang), async (tx) => {
        await toldToOfficer(tx, "listening", work).catch(() => {});
        return await tx.db.selectFrom("matters").select("id").execute();
      });
      expect(left).toEqual([]);
    }
  });

  test("is no way in for an officer", async () => {
    await expect(world.try(as(cast.minh), (tx) => throughDoor(tx, phuongSon, "incidents", async () => {}))).rejects.toMatchObject({ code: "notPermitted" });
  });
});

describe("who stands behind a matter", () => {
  test("is seen as a role, and as a name only for a purpose that is written down", async () => {
    const matter = await handIn();
    await world.try(as(cast.binh), async (tx) => {
      const [mark] = await listIdentities(tx, matter);
      expect(mark).toMatchObject({ role: "author", minor: false });
      const who = await openIdentity(tx, phuongSon, { id: mark?.id ?? 0, purpose: "gọi lại hỏi thêm" });
      expect(who).toEqual(nga);
      const looks = await tx.db.selectFrom("timeline").select("action").where("matterId", "=", matter.id).execute();
      expect(looks).toHaveLength(1);
    });
    // The chief looked and rolled back; an auditor of the province would find nothing. Once more, for good:
    await world.commit(as(cast.binh), async (tx) => {
      const [mark] = await listIdentities(tx, matter);
      await openIdentity(tx, phuongSon, { id: mark?.id ?? 0, purpose: "gọi lại hỏi thêm" });
    });
    const looks = await world.asOwner((client) => client.query("select actor_id, regime, purpose from reads where subject = $1", [`matter:${matter.id}`]));
    expect(looks.rows).toEqual([{ actor_id: cast.binh.id, regime: "listening", purpose: "gọi lại hỏi thêm" }]);
  });

  test.each([
    ["to who may only read what was told", "minh", "gọi lại hỏi thêm", "notPermitted"],
    ["without a purpose", "binh", "  ", "invalid"],
    ["from another post", "long", "gọi lại hỏi thêm", "notFound"],
  ] as const)("is not opened %s", async (_case, who, purpose, code) => {
    const matter = await handIn();
    const [mark] = await world.try(as(cast.binh), (tx) => listIdentities(tx, matter));
    const attempt = world.try(as(cast[who]), (tx) => openIdentity(tx, phuongSon, { id: mark?.id ?? 0, purpose }));
    await expect(attempt).rejects.toMatchObject({ code });
  });

  test("cannot be selected past the one way", async () => {
    await handIn();
    await expect(world.try(as(cast.binh), (tx) => tx.db.selectFrom("identities").select("sealed").execute())).rejects.toThrow(/permission denied/);
  });

  test("is not seen without the regime, not even that there is somebody", async () => {
    const matter = await handIn();
    const blind = { ...as(cast.binh), regimes: new Set(["incidents"] as const) };
    expect(await world.try(blind, (tx) => listIdentities(tx, matter))).toEqual([]);
  });

  test("a corrected row gives way to the one that corrects it", async () => {
    const matter = await handIn();
    await world.try(as(cast.binh), async (tx) => {
      const [first] = await listIdentities(tx, matter);
      const id = await keepIdentity(tx, matter, { role: "author", who: nga, minor: true, corrects: first?.id ?? 0 });
      expect(await listIdentities(tx, matter)).toMatchObject([{ id, minor: true, corrects: first?.id }]);
    });
  });
});

describe("messages by receipt", () => {
  test("go both ways, and lie sealed", async () => {
    const matter = await handIn();
    await world.commit(anybody, (tx) => throughDoor(tx, phuongSon, "listening", (inside) => addMessage(inside, matter, { fromPost: false, text: "Đèn vẫn chưa sáng" })));
    await world.commit(as(cast.son), (tx) => addMessage(tx, matter, { fromPost: true, text: "Mai có người đến sửa" }));
    const read = await world.try(anybody, async (tx) => {
      await showMatter(tx, { communeId: matter.communeId, matterId: matter.id });
      return await listMessages(tx, matter);
    });
    expect(read.map(({ fromPost, text }) => [fromPost, text])).toEqual([
      [false, "Đèn vẫn chưa sáng"],
      [true, "Mai có người đến sửa"],
    ]);
    const kept = await world.asOwner((client) => client.query("select string_agg(encode(sealed, 'escape'), '') as text from messages"));
    expect(kept.rows[0].text).not.toContain("Đèn");
  });

  test("are read by nobody who holds no receipt", async () => {
    const matter = await handIn();
    await world.commit(as(cast.son), (tx) => addMessage(tx, matter, { fromPost: true, text: "Mai có người đến sửa" }));
    expect(await world.try(anybody, (tx) => listMessages(tx, matter))).toEqual([]);
    expect(await world.try(as(cast.hanh), (tx) => listMessages(tx, matter))).toEqual([]);
  });
});
