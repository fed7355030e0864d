import { formatOffset } from "../../base/day/offset.ts";
import { tidy } from "../../base/vietnamese.ts";
import { addKey, endKey, listKeys } from "../../modules/opendata/index.ts";
import { atGate } from "../gate.ts";
import { type Call, type ExitCode, Failure, show, table } from "../io.ts";
import { texts } from "../texts.ts";

const { openKey: say, errors } = texts;

/** `open key add`: a key for a program that sends reports in; shown this once. */
export async function addOpenKey(call: Call, given: { readonly name: string; readonly perHour: string }): Promise<ExitCode> {
  const name = tidy(given.name);
  if (name === "" || name.length > 200) throw new Failure(2, "badName", errors.badName);
  if (!/^[1-9]\d{0,5}$/.test(given.perHour)) throw new Failure(2, "badNumber", errors.badNumber(given.perHour));
  const mostAnHour = Number(given.perHour);
  return await atGate<ExitCode>(call, async (tx) => {
    const { id, key } = await addKey(tx, { name, mostAnHour });
    show(call, { id, name, mostAnHour, key }, [say.made[call.lang](id, name), `  ${key}`, say.once[call.lang]]);
    return 0;
  });
}

/** `open key list`: every key that was given out, without the keys themselves. */
export async function listOpenKeys(call: Call): Promise<ExitCode> {
  return await atGate<ExitCode>(call, async (tx) => {
    const keys = await listKeys(tx);
    const rows = keys.map(({ id, name, mostAnHour, madeAt, endedAt }) => [
      String(id),
      say.anHour[call.lang](mostAnHour),
      formatOffset(madeAt),
      endedAt ? say.ended[call.lang](formatOffset(endedAt)) : say.opens[call.lang],
      name,
    ]);
    show(call, { keys }, rows.length > 0 ? table(rows) : [say.none[call.lang]]);
    return 0;
  });
}

/** `open key end`: from now on the key opens nothing. */
export async function endOpenKey(call: Call, { number }: { readonly number: string }): Promise<ExitCode> {
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Failure(2, "badNumber", errors.badNumber(number));
  return await atGate<ExitCode>(call, async (tx) => {
    if (!(await endKey(tx, Number(number)))) throw new Failure(1, "unknownKey", errors.unknownKey(number));
    show(call, { id: Number(number), ended: true }, [say.done[call.lang](Number(number))]);
    return 0;
  });
}
