import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { TypesetAnswer, TypesetOrder } from "./messages.ts";

// A folder that exists nowhere: templates are put there from memory, so a template can read templates and nothing else of the disk.
const press = "/gan-dan-press";
// Archival, tagged, sRGB: costs 4 KB a file and no time that could be measured.
const standard = "a-2a";
// What the last few documents had in common is kept: without it each takes ten times as long. More only fills memory.
const keptGenerations = 10;

const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

function loadFonts(): Buffer[] {
  return faces.map((face) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))));
}

function findTemplates(root: string): string[] {
  return readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".typ"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function prepare(root: string): (order: TypesetOrder) => TypesetAnswer {
  const compiler = NodeCompiler.create({ workspace: press, fontArgs: [{ fontBlobs: loadFonts() }] });
  const templates = new Set(findTemplates(root));
  for (const template of templates) compiler.addSource(`${press}/${template}`, readFileSync(join(root, template), "utf8"));
  return (order) => {
    if (!templates.has(order.template)) return { kind: "failed", reason: `no template "${order.template}"` };
    for (const { name, bytes } of order.files) compiler.mapShadow(`${press}/${name}`, Buffer.from(bytes));
    const answer = typeset(compiler, order);
    for (const { name } of order.files) compiler.unmapShadow(`${press}/${name}`);
    compiler.evictCache(order.files.length > 0 ? 0 : keptGenerations);
    return answer;
  };
}

function typeset(compiler: NodeCompiler, order: TypesetOrder): TypesetAnswer {
  const result = compiler.compile({ mainFilePath: `${press}/${order.template}`, inputs: { data: order.data } });
  if (result.result === null) return { kind: "failed", reason: explain(compiler, result.takeDiagnostics()) };
  if (order.as === "picture") return { kind: "done", bytes: Buffer.from(compiler.plainSvg(result.result)) };
  if (order.as === "print") return { kind: "done", bytes: compiler.pdf(result.result, { creationTimestamp: 0 }) };
  // The clock stays out of the file: a template that gives no date gets this one, and the bytes stay the same.
  return { kind: "done", bytes: compiler.pdf(result.result, { pdfStandard: standard, creationTimestamp: 0 }) };
}

/** Message and place of each complaint; hints are left out, for they may quote the data. */
function explain(compiler: NodeCompiler, error: NodeError | null): string {
  if (error === null) return "no diagnostics";
  const found = compiler.fetchDiagnostics(error) as { message?: string; path?: string; range?: { start?: { line?: number } } }[];
  return found.map((one) => `${one.message ?? "?"} (${one.path ?? "?"}:${(one.range?.start?.line ?? -1) + 1})`).join("; ");
}

function serve(): void {
  const root = process.argv[2];
  if (root === undefined || process.send === undefined) throw new Error("The typesetting process is started by the typesetter only.");
  const answer = (message: TypesetAnswer) => process.send?.(message);
  const carryOut = prepare(root);
  process.on("message", (order: TypesetOrder) => {
    try {
      answer(carryOut(order));
    } catch (error) {
      answer({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
  answer({ kind: "ready" });
}

serve();
