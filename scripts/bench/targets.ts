import { Client } from "pg";
import { addDays, dayOf } from "../../src/base/day.ts";
import { normalise } from "../../src/base/vietnamese.ts";
import { loadLaw } from "../../src/kernel/law/load.ts";
import type { Procedure } from "../../src/modules/procedures/law.ts";
import type { CounterLaw } from "./compiled.ts";
import type { Kind, Magazine, Shot } from "./kinds.ts";
import { crew, loginOf, standstill } from "./province/size.ts";

/** How many intakes each post keeps ready for the bare drivers: one for each connection. */
export const intakesOfPost = 64;

/** The versions as they stand now, for dossiers that other measurements moved on meanwhile. */
export async function renewVersions(ownerUrl: string, magazine: Magazine): Promise<Magazine> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query("select public_ref, version from matters where public_ref = any ($1)", [magazine.shots.map(({ params }) => params["ref"])]);
    const versionOf = new Map(rows.map((row) => [row.public_ref, String(row.version)]));
    return { ...magazine, shots: magazine.shots.map((one) => ({ ...one, form: { ...one.form, version: versionOf.get(one.params["ref"] ?? "") ?? "" } })) };
  } finally {
    await owner.end();
  }
}

/** Signs an officer in by the product's own door. */
export type SignIn = (login: string) => Promise<string>;
/** Seals what an intake holds, as the product does. */
export type Seal = (text: string) => Buffer;

export type Aim = {
  readonly ownerUrl: string;
  readonly communes: number;
  readonly lawDir: string;
  readonly law: CounterLaw;
  readonly signIn: SignIn;
  readonly seal: Seal;
  readonly intakes: number;
};

/** More communes than this make no difference to what is measured, and each officer has to sign in. */
export const mostPosts = 40;
const procedureCode = "1.010039";

/** What each kind asks for: dossiers, names, officers and intakes from every commune of the province, the same for every run. */
export async function takeAim(aim: Aim): Promise<Readonly<Record<Kind, Magazine>>> {
  const owner = new Client({ connectionString: aim.ownerUrl });
  await owner.connect();
  try {
    const posts = await Promise.all(
      Array.from({ length: Math.min(aim.communes, mostPosts) }, (_, i) => signInPost(aim, 1 + Math.floor((i * aim.communes) / Math.min(aim.communes, mostPosts)))),
    );
    const dossiers = await listDossiers(owner, posts);
    return {
      inbox: { kind: "inbox", use: "again", shots: posts.map(({ clerk }) => shot("GET /can-bo/hop-viec", { token: clerk })) },
      search: {
        kind: "search",
        use: "again",
        shots: dossiers.map(({ post, norm }, i) => shot("POST /can-bo/hop-viec", { token: post.clerk, form: { tim: i % 4 === 3 ? norm.split(" ").slice(1).join(" ") : norm } })),
      },
      dossier: { kind: "dossier", use: "again", shots: dossiers.map(({ post, ref }) => shot("GET /can-bo/ho-so/:ref", { token: post.clerk, params: { ref } })) },
      move: {
        kind: "move",
        use: "versioned",
        shots: dossiers
          .filter(({ open }) => open)
          .map(({ post, ref, version, officerId }) =>
            shot("POST /can-bo/ho-so/:ref/nguoi-giu", { token: post.chief, params: { ref }, form: { version: String(version), assigneeId: String(officerId) } }),
          ),
      },
      receipt: { kind: "receipt", use: "once", shots: await layOutIntakes(owner, aim, posts) },
      tracking: { kind: "tracking", use: "again", shots: dossiers.map(({ ref }) => shot("GET /tra-cuu/:ref", { params: { ref } })) },
    };
  } finally {
    await owner.end();
  }
}

type Post = { readonly number: number; readonly clerk: string; readonly chief: string };

async function signInPost({ signIn }: Aim, number: number): Promise<Post> {
  return { number, clerk: await signIn(loginOf(number, 0)), chief: await signIn(loginOf(number, crew.indexOf("chief"))) };
}

function shot(route: string, given: Partial<Omit<Shot, "route">>): Shot {
  return { route, params: {}, query: {}, form: null, token: null, ...given };
}

type Target = { readonly post: Post; readonly ref: string; readonly version: number; readonly open: boolean; readonly norm: string; readonly officerId: number };

/** Forty open dossiers and forty closed ones of each post, mixed as work mixes them. */
async function listDossiers(owner: Client, posts: readonly Post[]): Promise<readonly Target[]> {
  const { rows } = await owner.query(
    `select i.number::int, x.* from unnest($1::text[], $2::int[]) i (login, number) join accounts a on a.login = i.login
     cross join lateral (
       (select m.public_ref as ref, m.version, true as open, m.id, m.commune_id from matters m where m.commune_id = a.unit_id and m.closed_at is null
          and m.state in ('received', 'working', 'toSign') order by m.id desc limit 40)
       union all
       (select m.public_ref, m.version, false, m.id, m.commune_id from matters m where m.commune_id = a.unit_id and m.closed_at is not null and m.id % 97 = 0 order by m.id desc limit 40)) x
     order by x.id % 89, x.id`,
    [posts.map(({ number }) => loginOf(number, 1)), posts.map(({ number }) => number)],
  );
  const names = await owner.query(
    `select d.matter_id as id, p.full_name from dossiers d join people p on p.commune_id = d.commune_id and p.id = d.person_id
     join unnest($1::int[], $2::bigint[]) i (commune, matter) on d.commune_id = i.commune and d.matter_id = i.matter`,
    [rows.map((row) => row.commune_id), rows.map((row) => row.id)],
  );
  const nameOf = new Map(names.rows.map((row) => [String(row.id), normalise(row.full_name)]));
  const officers = await owner.query("select login, id from accounts where login like 'bench.%.2'");
  const officerOf = new Map(officers.rows.map((row) => [row.login, row.id]));
  const postOf = new Map(posts.map((post) => [post.number, post]));
  return rows.flatMap(({ number, ref, version, open, id }) => {
    const post = postOf.get(number);
    return post ? [{ post, ref, version, open, norm: nameOf.get(String(id)) ?? "", officerId: officerOf.get(loginOf(number, 2)) }] : [];
  });
}

/** Intakes as the counter leaves them before the receipt, enough for every receipt of a run; those of earlier runs are cleared. */
async function layOutIntakes(owner: Client, { lawDir, law, seal, intakes }: Aim, posts: readonly Post[]): Promise<readonly Shot[]> {
  const { procedures } = await loadLaw(lawDir, { procedures: law.procedureLaw });
  const procedure = law.procedureOn(procedures, dayOf(standstill), procedureCode);
  if (!procedure) throw new Error(`the law data has no ${procedureCode}`);
  const caseId = "civilStatus";
  const sealed = Array.from({ length: 2_000 }, (_, i) => seal(JSON.stringify(bearer(i))));
  await owner.query("delete from intakes where ref like 'bench-%' or ref like 'pgbench-%'");
  const logins = posts.map(({ number }) => loginOf(number, 0));
  const put = (ref: string, count: number) =>
    owner.query(
      `insert into intakes (commune_id, province_id, ref, officer_id, sealed, created_at)
       select a.unit_id, u.province_id, $1 || i, a.id, ($2::bytea[])[1 + i % 2000], $3 from generate_series(0, $4::int - 1) i
       join accounts a on a.login = ($5::text[])[1 + i % cardinality($5)] join units u on u.id = a.unit_id`,
      [ref, sealed, standstill, count, logins],
    );
  await put("bench-", intakes);
  // The bare drivers take no receipt apart, so that they may use one intake for each connection again and again.
  await put("pgbench-", posts.length * intakesOfPost);
  await owner.query("vacuum (analyze) intakes");
  return Array.from({ length: intakes }, (_, i) => receipt({ law, procedure, caseId, ref: `bench-${i}`, token: posts[i % posts.length]?.clerk ?? "" }));
}

function receipt({ law, procedure, caseId, ref, token }: { law: CounterLaw; procedure: Procedure; caseId: string; ref: string; token: string }): Shot {
  const [first] = law.papersNeeded(procedure, caseId).asked.map(({ code }) => code);
  return shot("POST /can-bo/tiep-nhan/:ref/:code", {
    token,
    params: { ref, code: procedure.code },
    query: { "truong-hop": caseId },
    form: { papers: first ?? "", request: procedure.name.vi },
  });
}

/** Somebody invented, who fits her number. */
function bearer(i: number) {
  const bornOn = addDays("1980-01-01" as never, i);
  const serial = String(i).padStart(6, "0");
  return { idNumber: `0241${bornOn.slice(2, 4)}${serial}`, fullName: `Bench ${i}`, bornOn, sex: "female", address: "Bench", phone: null };
}
