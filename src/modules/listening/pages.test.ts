import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { evening, held, line } from "./listening.stage.ts";
import { listeningRoutes } from "./routes.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const asked = (method: "GET" | "POST", url: string, given: Omit<Parameters<typeof ask>[3], "actor" | "now"> = {}, actor = son) =>
  ask(world, listeningRoutes, [method, url], { actor, now: evening, ...given });

describe("lists in pages", () => {
  test.each(["/can-bo/lang-nghe", "/can-bo/lang-nghe/hop"])("%s begins at the beginning for a position that no page wrote", async (url) => {
    await held(world, [line("Xin lắp đèn")]);
    for (const sau of ["+275760-09-13T00:00:00.000Z_1", "0000-01-01T00:00:00.000Z_1", "2026-11-25_17", "x"]) {
      const { status, html } = pageOf(await asked("GET", url, { query: { sau } }));
      expect([sau, status]).toEqual([sau, 200]);
      expect(html).toMatch(url.endsWith("hop") ? /Lắng nghe ý kiến bà con tổ Kép/ : /Xin lắp đèn/);
    }
  });
});
