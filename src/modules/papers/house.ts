import type { LawTable } from "../../kernel/law/table.ts";
import type { Signer } from "../../platform/signature/signer.ts";
import type { Typesetter } from "../../platform/typst/typesetter.ts";
import type { PaperForm } from "./law.ts";
import type { Signable } from "./waiting.ts";

/** Who signs for a post. */
export type PostSigner = { readonly postId: number; readonly accountId: number; readonly name: string };

/** Certificates at which a chain may end, and who may sign for a post in the name on its papers. */
export type ImportTrust = {
  readonly anchors: readonly Uint8Array[];
  readonly maySign: (given: { readonly postId: number; readonly name: string; readonly certificate: Uint8Array }) => boolean;
};

declare module "../../kernel/house.ts" {
  interface House {
    readonly typesetter: Typesetter;
    /** The key of a signer, wherever it lies. Rejects when the token is absent or the person declines. */
    readonly signerOf: (who: PostSigner) => Promise<Signer>;
    /** Certificates whose signatures we call our own, DER. */
    readonly trustedCertificates: () => Promise<readonly Uint8Array[]>;
    /** Where keys lie: reached by this server, or with somebody who takes papers away and brings them back. */
    readonly signing: "here" | "elsewhere";
    /** Whom we believe when a paper comes back. */
    readonly importTrust: () => Promise<ImportTrust>;
    /** Kinds of matter whose papers wait for a signature. */
    readonly signables: readonly Signable[];
    readonly paperForms: LawTable<PaperForm>;
  }
}
