declare module "../../kernel/house.ts" {
  interface House {
    /** The folder through which files are exchanged with the national portal; null where none is set up. */
    readonly portalDir: string | null;
  }
}
