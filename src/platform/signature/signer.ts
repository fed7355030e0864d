/** How the key signs: ECDSA on P-256, or RSASSA-PKCS1-v1_5, both over SHA-256. */
export type SignatureAlgorithm = "ecdsa-sha256" | "rsa-sha256";

/**
 * A key that signs, wherever it lies: a file, a PKCS#11 token, a remote service. Nothing else ever touches it.
 */
export type Signer = {
  /** DER, the signer's own first, each next one having issued the one before; the root last, when it is to be included. */
  readonly certificates: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /**
   * Signs the bytes (not their hash) and gives the value as CMS wants it: for ECDSA the DER sequence of r and s.
   * Rejects when the token is absent or the person declines; the PDF is then not made.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};
