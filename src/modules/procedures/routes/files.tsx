import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { can } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, refuse, type Typed } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, attachment as attachmentAnswer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { acceptOf, checkFile, endingOf, FileFault, findAttachment, kindsOf, listAttachments } from "../../attachments/index.ts";
import { parseNewFile, parseRemoval } from "../forms/files.ts";
import { dossier } from "../matter.ts";
import { paths } from "../paths.ts";
import { attachFile, openFile, papersWithFiles, removeFile } from "../service/files.ts";
import { getProcedureOf } from "../service/version.ts";
import { getDossier, type Opened } from "../service/work.ts";
import { fileErrors, fileTexts as t } from "../texts/files.ts";
import { AddFilePage, RemoveFilePage, type ShownFile } from "../views/office/files.tsx";

type Shown = { readonly errors: FieldErrors; readonly typed: Typed };
type AtFile = Asked<"/can-bo/ho-so/:ref/tep/:code/xoa">;

const fresh: Shown = { errors: {}, typed: {} };

/** Files of the papers of a dossier: adding one, taking one away as a download, removing one for a reason. */
export const fileRoutes: readonly Route[] = [
  get("/can-bo/ho-so/:ref/tep", "counter.attach", async ({ tx, params, lang }) => addFilePage(tx, await getDossier(tx, refOf(params.ref)), lang, fresh)),

  post("/can-bo/ho-so/:ref/tep", "counter.attach", async ({ tx, params, body, files, lang }) => {
    const opened = await getDossier(tx, refOf(params.ref));
    const papers = papersOfCase(tx, opened);
    const form = parseNewFile(
      body,
      files,
      papers.map(({ code }) => code),
    );
    if (!form.ok) return addFilePage(tx, opened, lang, form);
    const paper = papers.find(({ code }) => code === form.value.paper);
    if (!paper) throw new Problem("notFound");
    try {
      const file = await checkFile(form.value.bytes, paper.upload, tx.house.scanner);
      await attachFile(tx, opened.matter, { paperCode: paper.code, file });
    } catch (error) {
      if (error instanceof FileFault) return addFilePage(tx, opened, lang, refuse(body, { file: error.shown }));
      if (error instanceof Problem && error.code === "tooMany") return addFilePage(tx, opened, lang, refuse(body, { file: fileErrors.tooMany }));
      throw error;
    }
    return seeOther(paths.dossier(opened.matter.publicRef));
  }),

  get("/can-bo/ho-so/:ref/tep/:code", "counter.read", async ({ tx, params }) => {
    const { opened, attachment, bytes } = await openFile(tx, refOf(params.ref), refOf(params.code));
    const { communeId, provinceId, regime, id, code } = opened.matter;
    const name = `${attachment.paperCode}-${code}.${endingOf(attachment.mediaType)}`.replace(/[^A-Za-z0-9._-]/g, "-");
    return attachmentAnswer(bytes, { type: attachment.mediaType, name, reads: [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: t.readPurpose.vi }] });
  }),

  get("/can-bo/ho-so/:ref/tep/:code/xoa", "counter.removeFile", (asked) => removeFilePage(asked, fresh)),

  post("/can-bo/ho-so/:ref/tep/:code/xoa", "counter.removeFile", async (asked) => {
    const { tx, params, body } = asked;
    const form = parseRemoval(body);
    if (!form.ok) return removeFilePage(asked, form);
    await removeFile(tx, refOf(params.ref), { code: refOf(params.code), reason: form.value.reason });
    return seeOther(paths.dossier(refOf(params.ref)));
  }),
];

const papersOfCase = (tx: Tx, { dossier: row }: Opened) => papersWithFiles(getProcedureOf(tx, row), row.caseId);

function addFilePage(tx: Tx, opened: Opened, lang: Lang, { errors, typed }: Shown): Answer {
  const papers = papersOfCase(tx, opened);
  if (papers.length === 0) throw new Problem("notFound");
  const options = papers.map((paper) => ({ value: paper.code, text: paper.name[lang], hint: t.paperHint[lang](kindsOf(paper.upload), paper.upload.maxMegabytes) }));
  const accept = acceptOf(...papers.map(({ upload }) => upload));
  const maxMegabytes = Math.max(...papers.map(({ upload }) => upload.maxMegabytes));
  const { publicRef: ref, code } = opened.matter;
  return officePage(<AddFilePage {...{ lang, ref, code, accept, maxMegabytes, errors, typed }} papers={options} scanned={tx.house.scanner !== null} />, {
    title: t.addTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

async function removeFilePage({ tx, params, lang }: AtFile, { errors, typed }: Shown): Promise<Answer> {
  const opened = await getDossier(tx, refOf(params.ref));
  const { communeId, id: matterId, publicRef: ref } = opened.matter;
  const attachment = await findAttachment(tx, { communeId, matterId }, refOf(params.code));
  if (!attachment || attachment.removedAt !== null) throw new Problem("notFound");
  const name = nameOf(tx, opened, attachment.paperCode, lang);
  return officePage(<RemoveFilePage {...{ lang, ref, name, errors, typed }} code={attachment.code} />, {
    title: t.removeTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

function nameOf(tx: Tx, { dossier: row }: Opened, paperCode: string, lang: Lang): string {
  const found = getProcedureOf(tx, row)
    .cases.flatMap(({ papers }) => papers)
    .find(({ code }) => code === paperCode);
  return found?.name[lang] ?? paperCode;
}

/** What the page of a dossier shows of its files. */
export async function filesShown(tx: Tx, opened: Opened, lang: Lang): Promise<{ readonly files: readonly ShownFile[]; readonly addFileHref: string | null }> {
  const { matter } = opened;
  const kept = await listAttachments(tx, { communeId: matter.communeId, matterId: matter.id });
  const mayRemove = can(dossier, "removeFile", matter, tx.actor).ok;
  const files = kept.map((one): ShownFile => {
    const name = nameOf(tx, opened, one.paperCode, lang);
    if (one.removedAt !== null) {
      return { name, under: t.removed[lang](one.removedByName ?? t.system[lang], formatMoment(one.removedAt, lang), one.removedFor ?? ""), href: null, removeHref: null };
    }
    const size = `${Math.max(1, Math.round(one.sizeBytes / 1024))} KB`;
    const facts = [
      size,
      one.pages === null ? null : t.pages[lang](one.pages),
      one.scan === "clean" ? t.clean[lang] : t.unscanned[lang],
      t.kept[lang](one.keptByName ?? t.system[lang], formatMoment(one.keptAt, lang)),
    ];
    return {
      name: t.download[lang](name, endingOf(one.mediaType).toUpperCase()),
      under: facts.filter((fact) => fact !== null).join(", "),
      href: paths.file(matter.publicRef, one.code),
      removeHref: mayRemove ? paths.removeFile(matter.publicRef, one.code) : null,
    };
  });
  const mayAdd = can(dossier, "attach", matter, tx.actor).ok && papersOfCase(tx, opened).length > 0;
  return { files, addFileHref: mayAdd ? paths.addFile(matter.publicRef) : null };
}
