/** How a post is reached; null where nobody has told. */
export type PostProfile = { readonly phone: string | null; readonly address: string | null };

declare module "../../../kernel/house.ts" {
  interface House {
    /** The commune whose post runs this house: shown to whoever chose no other. */
    readonly homePost: number;
    /** The posts that residents find here, by the number of their commune. */
    readonly postProfiles: ReadonlyMap<number, PostProfile>;
  }
}
