import { units } from "../../../test/world/cast.ts";
import { thom } from "../../../test/world/counter.ts";
import type { ResidentSite } from "../../../test/world/resident-server.ts";
import { type Actor, anybody } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";
import { startPrepared } from "../procedures/service/prepared.ts";
import { preparingOf } from "./service/ask.ts";
import { beginPreparation, finishPreparation, getHeld, openAtCounter } from "./service/keep.ts";

export const phuongSon = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };

/** All answers of a confirmation of residence. */
export const confirm = {
  confirmWhat: "permanent",
  confirmFor: "",
  fullName: "Hoàng Thị Nga",
  bornOn: "1979-08-17",
  sex: "female",
  idNumber: thom.idNumber,
  phone: "0912345678",
  email: "",
  isHead: "yes",
  request: "Xác nhận thông tin về cư trú: Nơi thường trú",
  together: "no",
};

/** A finished preparation of a confirmation of residence; on the Monday of the tests unless told. */
export async function prepared(site: ResidentSite, answers: Record<string, string> = confirm, now = site.now): Promise<string> {
  return await site.world.commit(
    anybody,
    async (tx) => {
      const ref = await beginPreparation(tx, phuongSon, { procedureCode: "1.010041", caseId: "standard", answers });
      await finishPreparation(tx, await getHeld(tx, ref));
      return ref;
    },
    now,
  );
}

/** Her card says her name in capitals. */
const bearer = { idNumber: thom.idNumber, fullName: "HOÀNG THỊ NGA", bornOn: "1979-08-17" as never, sex: "female", address: thom.address, phone: null } as const;
/** What the officer enters at the receipt of it. */
export const receiving = {
  procedureCode: "1.010041",
  caseId: "standard",
  conditions: [],
  exemption: null,
  handedOver: [{ code: "CT01", originals: 1, copies: 0 }],
  phone: null,
  hamletId: null,
  request: "Xác nhận",
};

/** An officer scans the code, then the card, in one transaction. @returns the intake */
export async function scannedIn(tx: Tx, ref: string): Promise<string> {
  const opened = await openAtCounter(tx, ref);
  if (opened.kind !== "held") throw new Error(opened.kind);
  const { procedure, caseId, answers } = preparingOf(tx, opened.held.content);
  return await startPrepared(tx, bearer, { id: opened.held.row.id, procedure, caseId, answers, day: "2026-11-23" as never });
}

/** The same, committed before anything else happens. */
export const scannedBy = (site: ResidentSite, actor: Actor, ref: string): Promise<string> => site.world.commit(actor, (tx) => scannedIn(tx, ref), site.now);
