import type { House } from "./kernel/house.ts";
import { accountPaths, roleTexts } from "./modules/accounts/index.ts";
import type { Framing } from "./web/answer.ts";
import { type FrameParts, makeFrame } from "./web/frame.tsx";
import { assets, type Manifest } from "./web/look/assets.ts";
import { postFactsOf, postName } from "./web/views/post.ts";

/** The frame of this house's pages. */
export function makeHouseFrame(house: House, manifest: Manifest, navOf: FrameParts["navOf"]) {
  return makeFrame({
    assets: assets(manifest),
    postOf: (framing: Framing) => postFactsOf(framing),
    unitName: (unitId, lang) => {
      const unit = house.units.findUnit(unitId);
      return unit ? postName(unit, lang) : "";
    },
    roleName: (role, lang) => roleTexts[role][lang],
    navOf,
    signOutAction: accountPaths.signOut(),
  });
}
