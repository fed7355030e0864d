// A server of its own, in a process that a test may kill: signs what its chief has seen, one after the other, and hangs for ever on one of them.
import { openHouse } from "../../src/house.ts";
import { regimesOf } from "../../src/kernel/actor.ts";
import type { House } from "../../src/kernel/house.ts";
import { roles } from "../../src/kernel/rights.ts";
import { inTx } from "../../src/kernel/tx.ts";
import { signSeen } from "../../src/modules/signing/service/folder.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/database.ts";

type Task = {
  readonly loginUrl: string;
  readonly keysDir: string;
  readonly now: string;
  readonly refs: readonly string[];
  readonly hangAt: number;
  readonly actor: { id: number; name: string };
};
const task: Task = JSON.parse(process.argv[3] ?? "{}");
const now = new Date(task.now);
const database = openDatabase(task.loginUrl, { connections: 2, onError: () => {} });
const config = { ...readConfig({ DEMO: "on", HOME_POST: "07612" }), keysDir: task.keysDir };
const opened = await openHouse(config, database, { root: process.cwd(), publicUrl: "http://localhost:3000", now });
let signed = 0;
const house: House = {
  ...opened.house,
  signerOf: async (who) => {
    const signer = await opened.house.signerOf(who);
    return {
      ...signer,
      sign: async (bytes) => {
        if (signed === task.hangAt) {
          process.send?.("hangs");
          // The token was pulled out: it neither signs nor refuses.
          await new Promise(() => setInterval(() => {}, 1_000));
        }
        signed += 1;
        return await signer.sign(bytes);
      },
    };
  },
};
const rights = new Set(roles.chief);
const actor = { ...task.actor, scope: { kind: "commune", communeId: 3, provinceId: 1 } as const, rights, regimes: regimesOf(rights) };
for (const ref of task.refs) await inTx(database, { house, actor, now }, (tx) => signSeen(tx, ref));
