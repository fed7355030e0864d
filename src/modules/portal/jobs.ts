declare module "../../kernel/jobs.ts" {
  interface Jobs {
    /** One round with the national portal, now instead of within the minute. */
    "portal:exchange": Record<string, never>;
  }
}
