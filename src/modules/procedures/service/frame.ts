import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Issuer, OfficialFrame, PaperSigner } from "../../../platform/typst/official.ts";
import { documentTexts } from "../document-texts.ts";
import { paths } from "../paths.ts";

/** Head and foot of a paper of a post. */
export function frameOf(tx: Tx, given: { readonly communeId: number; readonly form: string; readonly at: Date; readonly symbol: string | null }): OfficialFrame {
  const { communeId, form, at, symbol } = given;
  return { issuer: issuerOf(tx, communeId), symbol, form: { code: form, issuedBy: null }, paper: "a4", at, demo: tx.house.demo };
}

function issuerOf(tx: Tx, communeId: number): Issuer {
  const { units } = tx.house;
  const commune = units.getUnit(communeId);
  const province = units.getUnit(commune.provinceId ?? 0);
  return { parentAgency: documentTexts.policeOf.vi(province.name), agency: documentTexts.policeOf.vi(commune.name), place: commune.shortName };
}

/** Where a paper that bears no signature of ours is followed. */
export function followedAt(tx: Tx, { publicRef, code }: Pick<Matter, "publicRef" | "code">): { readonly scanAddress: string; readonly address: string; readonly code: string } {
  const { publicUrl } = tx.house;
  return { scanAddress: publicUrl + paths.tracked(publicRef), address: publicUrl + paths.track(), code };
}

/** Who stands under a paper; without an instant of signing, room is left for a pen. */
export function signerOf(
  tx: Tx,
  communeId: number,
  { name, signedAt, position = documentTexts.chief.vi }: { name: string; signedAt: Date | null; position?: string },
): PaperSigner {
  return { authorityLine: null, position, rank: null, name, agency: issuerOf(tx, communeId).agency, signedAt };
}
