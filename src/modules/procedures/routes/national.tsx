import { unlessChanged } from "../../../kernel/problem.ts";
import { refuse, typedOf } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { post, type Route, seeOther } from "../../../web/route.ts";
import { parseNational } from "../forms/national.ts";
import { paths } from "../paths.ts";
import { findNational } from "../queries/national.ts";
import { joinNational } from "../service/national.ts";
import { nationalTexts } from "../texts/national.ts";
import { dossierPage } from "./dossier.tsx";

/** What an officer does about a dossier that its resident filed on the national portal as well. */
export const nationalRoutes: readonly Route[] = [
  post("/can-bo/ho-so/:ref/ma-quoc-gia", "counter.receive", async (asked) => {
    const { tx, params, body } = asked;
    const ref = refOf(params.ref);
    const form = parseNational(body);
    if (!form.ok) return dossierPage(asked, form);
    const bearer = await findNational(tx, form.value.nationalNumber);
    if (bearer && bearer.publicRef !== ref) return dossierPage(asked, refuse(body, { nationalNumber: nationalTexts.taken(bearer.code) }));
    if (!(await unlessChanged(joinNational(tx, ref, form.value)))) return dossierPage(asked, { errors: {}, typed: typedOf(body), conflict: true });
    return seeOther(paths.dossier(ref));
  }),
];
