import { openWorld } from "../../../test/world/index.ts";
import { officeServer } from "../../../test/world/office-server.ts";
import { residentServer } from "../../../test/world/resident-server.ts";
import type { Told } from "./forms.ts";
import { scamRoutes } from "./routes.ts";

/** What people of the tests tell. All invented. */
export const told = (given: Partial<Told> = {}): Told => ({
  stage: "sending",
  kind: "police",
  bank: "agribank",
  told: "Có người xưng công an bảo chuyển tiền để chứng minh trong sạch",
  mark: "0901 234 567",
  fullName: "Giáp Thị Lành",
  phone: "0987654321",
  ...given,
});

/** The afternoon on which the tests take place. */
export const afternoon = new Date("2026-11-20T15:02:00+07:00");

/** Both sides of the house on that afternoon, and a way to take them down again. */
export async function openSides() {
  const world = await openWorld();
  const clock = () => afternoon;
  const [server, office] = [await residentServer(world, { clock }), await officeServer(world, { routes: scamRoutes, clock })];
  const close = async () => {
    for (const side of [server, office, world]) await side.close();
  };
  return { world, server, office, close };
}
