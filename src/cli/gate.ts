import { gate } from "../kernel/actor.ts";
import type { House } from "../kernel/house.ts";
import { inTx, type Tx } from "../kernel/tx.ts";
import type { Config } from "../platform/config.ts";
import { openDatabase } from "../platform/database.ts";
import { openVault } from "../platform/vault.ts";
import { withGround } from "./ground.ts";
import type { Call } from "./io.ts";

/** Does something in one transaction as the sign-in desk does it: of the house it has only the secrets that seal and hash. */
export async function atGate<T>(call: Call, work: (tx: Tx, config: Config) => Promise<T>): Promise<T> {
  return await withGround<T>(call, async ({ loginUrl, config }) => {
    const database = openDatabase(loginUrl, { connections: 1, onError: () => {} });
    try {
      const house = { vault: await openVault(config.keysDir) } as House;
      return await inTx(database, { house, actor: gate, now: call.now }, (tx) => work(tx, config));
    } finally {
      await database.close();
    }
  });
}
