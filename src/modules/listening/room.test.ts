import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { newReference } from "../../kernel/reference.ts";
import { evening, held } from "./listening.stage.ts";
import { listeningRoutes } from "./routes.ts";
import { openMeeting } from "./service/meetings.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const binh = as(cast.binh);
const asked = (method: "GET" | "POST", url: string, given: Omit<Parameters<typeof ask>[3], "actor" | "now"> = {}, actor = son) =>
  ask(world, listeningRoutes, [method, url], { actor, now: evening, ...given });

describe("a line of the room", () => {
  const url = "/can-bo/lang-nghe/hop/:ref";
  const said = { heading: "proposal", said: "Xin lắp đèn", answer: "" };
  const take = (ref: string, body: Record<string, string>, actor = son) =>
    asked("POST", `${url}/y-kien`, { params: { ref }, body: { key: newReference(), ...said, ...body } }, actor);
  const owners = async (ref: string) =>
    (await world.try(son, (tx) => openMeeting(tx, ref), evening)).opinions.map(({ said: words, state, assigneeName }) => [words, state, assigneeName]);

  test("is given at once to whoever takes it, by a chief to anybody of the post, and to nobody where it is answered on the spot", async () => {
    const ref = await held(world);
    await take(ref, { said: "Đường ngập", giveTo: String(cast.son.id) });
    await take(ref, { said: "Loa nói sớm", giveTo: String(cast.minh.id) }, binh);
    await take(ref, { said: "Xe chạy nhanh", answer: "Đã đặt biển", giveTo: String(cast.son.id) });
    await take(ref, { said: "Xin thêm ghế" });
    expect(await owners(ref)).toEqual([
      ["Xin thêm ghế", "received", null],
      ["Xe chạy nhanh", "answered", null],
      ["Loa nói sớm", "working", cast.minh.name],
      ["Đường ngập", "working", cast.son.name],
    ]);
  });

  test("offers and takes no other owner than the actor may give it to", async () => {
    const ref = await held(world);
    const choices = async (actor: typeof son) => pageOf(await asked("GET", url, { params: { ref } }, actor)).html.match(/<select[^>]*name="giveTo".*?<\/select>/s)?.[0] ?? "";
    expect(await choices(son)).toContain("Tôi phụ trách");
    expect(await choices(son)).not.toContain(cast.minh.name);
    expect(await choices(binh)).toContain(cast.minh.name);
    await expect(take(ref, { giveTo: String(cast.minh.id) })).rejects.toMatchObject({ code: "notPermitted" });
    const stranger = pageOf(await take(ref, { giveTo: String(cast.hanh.id) }, binh));
    expect(stranger.status).toBe(422);
    expect(stranger.html).toContain("Xin chọn người chịu trách nhiệm.");
    expect(stranger.html).toContain('value="Xin lắp đèn"');
    expect(await owners(ref)).toEqual([]);
  });

  test("that waited on a device brings its owner; the page that a device keeps names no other officer", async () => {
    const ref = await held(world);
    const kept = { account: String(cast.son.id), key: newReference(), ...said, giveTo: String(cast.son.id) };
    for (let i = 0; i < 2; i += 1) expect(await asked("POST", `${url}/y-kien/gui-sau`, { params: { ref }, body: kept })).toMatchObject({ kind: "told", status: 200 });
    expect(await owners(ref)).toEqual([["Xin lắp đèn", "working", cast.son.name]]);
    const standIn = pageOf(await asked("GET", "/can-bo/lang-nghe/hop/mat-mang", {}, binh)).html;
    expect(standIn).toContain("Tôi phụ trách");
    for (const { name } of [cast.minh, cast.son, cast.binh]) expect(standIn).not.toContain(name);
  });
});
