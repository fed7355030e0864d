import { type Break, verifyChains } from "../../kernel/verify-chains.ts";
import { openDatabase } from "../../platform/database.ts";
import { withGround } from "../ground.ts";
import { type Call, type ExitCode, show } from "../io.ts";
import { texts } from "../texts.ts";

/** More than anybody reads; the count goes on. */
const listed = 1_000;

/** `verify-chains`: recomputes the record and lists every break. */
export async function verifyEveryChain(call: Call): Promise<ExitCode> {
  return await withGround(call, async ({ ownerUrl }) => {
    const owner = openDatabase(ownerUrl, { connections: 1, onError: () => {} });
    try {
      const breaks: Break[] = [];
      const onBreak = (found: Break): void => {
        if (breaks.length < listed) breaks.push(found);
      };
      const onProgress = (matters: number): void => {
        if (call.watched) call.err(`${texts.chains.progress[call.lang](matters)}\n`);
      };
      const { breaks: count, ...walked } = await verifyChains(owner, { batch: 1_000, onBreak, onProgress });
      const shown = breaks.map(({ subject, ...found }) => ({ ...found, subject, matter: matterOf(subject), message: texts.chains.kinds[found.kind][call.lang] }));
      const lines = shown.map(({ communeId, subject, chain, seq, message }) => `${texts.chains.at[call.lang](communeId, subject, chain, seq)}: ${message}`);
      show(call, { ...walked, breakCount: count, breaks: shown }, [...lines, texts.chains.summary[call.lang](walked.matters, walked.timelineRows, walked.auditRows, count)]);
      return count === 0 ? 0 : 1;
    } finally {
      await owner.close();
    }
  });
}

function matterOf(subject: string): number | null {
  const found = /^matter:(-?\d+)$/.exec(subject);
  return found ? Number(found[1]) : null;
}
