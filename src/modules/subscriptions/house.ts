import type { LawTable } from "../../kernel/law/table.ts";
import type { Mailer } from "../../platform/channels/mail.ts";
import type { Pusher } from "../../platform/channels/push.ts";
import type { NoticeRules } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly noticeRules: LawTable<NoticeRules>;
    /** The ways out of this house. `mail` null: no server for letters was named, so letters wait. */
    readonly channels: { readonly mail: Mailer | null; readonly push: Pusher };
  }
}
