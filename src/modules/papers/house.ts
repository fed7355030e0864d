import type { LawTable } from "../../kernel/law/table.ts";
import type { Signer } from "../../platform/signature/signer.ts";
import type { Typesetter } from "../../platform/typst/typesetter.ts";
import type { PaperForm } from "./law.ts";

/** Who signs for a post. */
export type PostSigner = { readonly postId: number; readonly accountId: number; readonly name: string };

declare module "../../kernel/house.ts" {
  interface House {
    readonly typesetter: Typesetter;
    /** The key of a signer, wherever it lies. Rejects when the token is absent or the person declines. */
    readonly signerOf: (who: PostSigner) => Promise<Signer>;
    /** Certificates whose signatures we call our own, DER. */
    readonly trustedCertificates: () => Promise<readonly Uint8Array[]>;
    readonly paperForms: LawTable<PaperForm>;
  }
}
