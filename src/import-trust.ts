import { X509Certificate } from "node:crypto";
import type { UnitDirectory } from "./kernel/units.ts";
import type { ImportTrust } from "./modules/papers/index.ts";
import { shownName, subjectPart } from "./platform/signature/certificate.ts";
import { fingerprintOf, type Trust } from "./platform/signature/trust.ts";

/**
 * Whom the house believes when a paper comes back signed: the certificates listed for a post, in the name on the paper. A demonstration also believes its own
 * authority, whose certificates name post and officer.
 */
export function importTrust({ trust, units, demoAnchor }: { readonly trust: Trust; readonly units: UnitDirectory; readonly demoAnchor: Uint8Array | null }): ImportTrust {
  return {
    anchors: [...trust.anchors, ...(demoAnchor ? [demoAnchor] : [])],
    maySign: ({ postId, name, certificate }) => {
      const post = units.getUnit(postId);
      const fingerprint = fingerprintOf(certificate);
      if (trust.signers.some((signer) => signer.post === post.code && signer.name === name && signer.sha256 === fingerprint)) return true;
      return demoAnchor !== null && isDemoSigner(certificate, demoAnchor, { organisation: post.name, name });
    },
  };
}

function isDemoSigner(certificate: Uint8Array, anchor: Uint8Array, { organisation, name }: { readonly organisation: string; readonly name: string }): boolean {
  const own = new X509Certificate(certificate);
  return own.verify(new X509Certificate(anchor).publicKey) && subjectPart(own, "O") === organisation && shownName(own) === name;
}
