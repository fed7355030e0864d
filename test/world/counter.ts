import { clockIn } from "../../src/kernel/actor.ts";
import type { Matter } from "../../src/kernel/matter.ts";
import { countTouched } from "../../src/modules/figures/index.ts";
import type { IssuedPaper } from "../../src/modules/papers/index.ts";
import type { Proposal } from "../../src/modules/procedures/proposal.ts";
import { startIntake } from "../../src/modules/procedures/service/intake.ts";
import { type Receive, receiveDossier } from "../../src/modules/procedures/service/receive.ts";
import { signResult } from "../../src/modules/procedures/service/signing.ts";
import { proposeResult } from "../../src/modules/procedures/service/work.ts";
import { cast, postOf, units } from "./cast.ts";
import { as, type World } from "./index.ts";

/** The resident of the tests; whatever a page shows, none of this may be on it. */
export const thom = {
  idNumber: "024181009876",
  fullName: "Hoàng Thị Nga",
  bornOn: "1979-08-17",
  sex: "female",
  address: "Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang",
  phone: "0912 345 678",
} as const;

/** The instant of a text like "2026-11-23T08:00:00" on the clocks of Vietnam. */
export const at = (text: string): Date => new Date(`${text}+07:00`);

const minh = as(cast.minh);
const binh = as(cast.binh);

/** Receives a dossier as the officer at the counter does; on Friday 20/11/2026 at 15:02 unless told. */
export async function receive(world: World, given: Partial<Receive> = {}, now?: Date): Promise<Matter> {
  const whole: Receive = {
    procedureCode: "1.010039",
    caseId: "civilStatus",
    conditions: [],
    exemption: null,
    handedOver: [{ code: "CT01", originals: 1, copies: 0 }],
    phone: null,
    hamletId: units.gianhCu.id,
    request: "Điều chỉnh họ, chữ đệm và tên",
    ...given,
  };
  const ref = await world.commit(minh, (tx) => startIntake(tx, { ...thom, bornOn: thom.bornOn as never, phone: "0912345678" }), now);
  return await world.commit(minh, (tx) => receiveDossier(tx, ref, whole), now);
}

const notice: Proposal = { form: "CT08", decision: "Đã điều chỉnh họ, chữ đệm và tên.", changes: [], remark: null };

/** A confirmation that is good until a day. */
export const confirmation = (validUntil: string): Proposal => ({
  form: "CT07",
  permanentAddress: thom.address,
  temporaryAddress: null,
  currentAddress: null,
  headOfHousehold: null,
  relationToHead: null,
  remark: null,
  validUntil: validUntil as never,
});

type Signing = { readonly proposal?: Proposal; readonly version?: number; readonly now?: Date };

/** Proposes and signs a result of a dossier, by default one that was just received. */
export async function sign(world: World, { publicRef }: Matter, { proposal = notice, version = 1, now }: Signing = {}): Promise<IssuedPaper> {
  await world.commit(minh, (tx) => proposeResult(tx, publicRef, { version, proposal }), now);
  return (await world.commit(binh, (tx) => signResult(tx, publicRef, { version: version + 1 }), now)).paper;
}

/** Counts for the figures of Phượng Sơn's post whatever changed there, as the job does within seconds. */
export async function countFigures(world: World, now?: Date): Promise<void> {
  while ((await world.commit(clockIn(postOf(units.phuongSon)), countTouched, now)) > 0);
}
