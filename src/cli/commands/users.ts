import { type Day, dayOf, findDay } from "../../base/day.ts";
import { tidy } from "../../base/vietnamese.ts";
import type { Scope } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import { type Role, roles } from "../../kernel/rights.ts";
import { readDirectory, type UnitDirectory } from "../../kernel/units.ts";
import { atGate } from "../gate.ts";
import { type Call, type ExitCode, Failure, show, table } from "../io.ts";
import { texts } from "../texts.ts";

export type UserArguments = {
  readonly login: string;
  readonly name: string;
  readonly rank: string;
  readonly role: string;
  readonly post: string | undefined;
  readonly province: string | undefined;
  readonly nation: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** `user add`: an account with a role; its password and authenticator secret are shown this once. */
export async function addUser(call: Call, given: UserArguments): Promise<ExitCode> {
  const checked = check(call, given);
  const { accountId, password, totpUri, unit } = await make(call, given, checked);
  const say = texts.user;
  const lines = table([
    [say.login[call.lang], checked.login],
    [say.unit[call.lang], unit],
    [say.role[call.lang], checked.role],
    [say.password[call.lang], password],
    [say.totp[call.lang], totpUri],
  ]);
  show(call, { accountId, login: checked.login, role: checked.role, unit, password, totpUri }, [say.made[call.lang], ...lines.map((line) => `  ${line}`), say.once[call.lang]]);
  return 0;
}

async function make(call: Call, given: UserArguments, checked: Checked) {
  const { addAccount } = await import("../../modules/accounts/index.ts");
  try {
    return await atGate(call, async (tx, config) => {
      const place = placeOf(call, given, await readDirectory(tx), config.homePost);
      return { ...(await addAccount(tx, { ...checked, ...place })), unit: place.unitName };
    });
  } catch (error) {
    if (error instanceof Problem && error.code === "alreadyDone") throw new Failure(1, "loginTaken", texts.errors.loginTaken(error.facts["login"] ?? ""));
    throw error;
  }
}

type Checked = { readonly login: string; readonly name: string; readonly rank: string; readonly role: Role; readonly validFrom: Day; readonly validTo: Day | null };

function check({ now }: Call, given: UserArguments): Checked {
  const { errors } = texts;
  const login = given.login.toLowerCase();
  if (!/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/.test(login)) throw new Failure(2, "badLogin", errors.badLogin(given.login));
  const name = tidy(given.name);
  if (name === "" || name.length > 200) throw new Failure(2, "badName", errors.badName);
  if (!Object.hasOwn(roles, given.role)) throw new Failure(2, "badRole", errors.badRole(given.role, Object.keys(roles).join(", ")));
  const validFrom = given.from === undefined ? dayOf(now) : readDay(given.from);
  const validTo = given.to === undefined ? null : readDay(given.to);
  if (validTo !== null && validTo <= validFrom) throw new Failure(2, "badDays", errors.endsBeforeItBegins(validFrom, validTo));
  if ([given.post, given.province, given.nation || undefined].filter((place) => place !== undefined).length !== 1) throw new Failure(2, "onePlace", errors.onePlace);
  return { login, name, rank: tidy(given.rank), role: given.role as Role, validFrom, validTo };
}

function readDay(text: string): Day {
  const day = findDay(text);
  if (day === null) throw new Failure(2, "badDay", texts.errors.badDay(text));
  return day;
}

type WorkPlace = { readonly scope: Scope; readonly unitId: number; readonly unitName: string };

/** Where the account works. Whoever works for the nation has a desk all the same: that of the installation's own post. */
function placeOf({ now }: Call, { post, province, nation }: UserArguments, units: UnitDirectory, homePost: string): WorkPlace {
  const today = dayOf(now);
  const kind = province === undefined ? "commune" : "province";
  const code = province ?? post ?? homePost;
  const unit = units.findByCode(kind, code, today);
  if (!unit) throw new Failure(1, "unknownUnit", texts.errors.unknownUnit(code));
  const found = { unitId: unit.id, unitName: unit.name };
  if (nation) return { scope: { kind: "nation" }, ...found };
  if (kind === "province") return { scope: { kind: "province", provinceId: unit.id }, ...found };
  if (unit.provinceId === null) throw new Failure(1, "unknownProvince", texts.errors.unknownProvince(code));
  return { scope: { kind: "commune", communeId: unit.id, provinceId: unit.provinceId }, ...found };
}
