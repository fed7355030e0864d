import { Command, CommanderError } from "commander";
import { type Lang, langs } from "../base/lang.ts";
import { roles } from "../kernel/rights.ts";
import { ConfigProblem } from "../platform/config.ts";
import { type Call, type ExitCode, Failure, type Io, showError } from "./io.ts";
import { texts } from "./texts.ts";

/** Runs one command line. Never throws: what goes wrong is told, and in the exit code. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { json, lang } = readGlobals(argv);
  const call: Call = { ...io, json, lang: lang ?? "vi" };
  try {
    if (lang === null) throw new Failure(2, "usage", texts.errors.unknownLang(langGiven(argv) ?? ""));
    return await dispatch(call, argv);
  } catch (error) {
    const failure = asFailure(error);
    showError(call, failure);
    return failure.exit;
  }
}

async function dispatch(call: Call, argv: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const said: string[] = [];
  const program = makeProgram(call, (code) => {
    exit = code;
  });
  program.configureOutput({ writeOut: (text) => void said.push(text), writeErr: () => {} });
  for (const command of listCommands(program)) command.configureOutput(program.configureOutput());
  try {
    await program.parseAsync(isBare(argv) ? [...argv, "help"] : [...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
    call.out(call.json ? `${JSON.stringify({ help: said.join("") }, null, 2)}\n` : said.join(""));
  }
  return exit;
}

function makeProgram(call: Call, done: (exit: ExitCode) => void): Command {
  const { lang } = call;
  const say = (key: keyof typeof texts.help): string => texts.help[key][lang];
  const program = new Command("gandan");
  localise(program, lang);
  program.description(say("program")).addHelpText("after", `\n${say("example")}\n${say("exits")}`);
  program.option("--json", say("json")).option("--lang <vi|en>", say("lang"));
  // Commands are loaded when they are called: help and `due` need no database code.
  const units = program.command("units").description(say("units"));
  const importing = units.command("import").description(say("unitsImport")).argument("<FILE...>", say("unitsFiles"));
  importing.option("--dry-run", say("dryRun")).option("--progress", say("progress"));
  importing.action(async (files: string[], given: { dryRun?: boolean; progress?: boolean }) => {
    const { importUnits } = await import("./commands/units.ts");
    done(await importUnits(call, { files, dryRun: given.dryRun ?? false, progress: given.progress ?? false }));
  });
  const law = program.command("law").description(say("law"));
  law
    .command("check")
    .description(say("lawCheck"))
    .option("--dir <DIR>", say("lawDir"))
    .action(async (given: { dir?: string }) => {
      const { checkLawData } = await import("./commands/law.ts");
      done(await checkLawData(call, { dir: given.dir }));
    });
  addPortalCommands(program, call, done);
  program
    .command("verify-chains")
    .description(say("verifyChains"))
    .action(async () => {
      const { verifyEveryChain } = await import("./commands/chains.ts");
      done(await verifyEveryChain(call));
    });
  const figures = program.command("figures").description(say("figures"));
  figures
    .command("rebuild")
    .description(say("figuresRebuild"))
    .option("--commune <CODE>", say("figuresCommune"))
    .action(async (given: { commune?: string }) => {
      const { rebuildAllFigures } = await import("./commands/figures.ts");
      done(await rebuildAllFigures(call, { commune: given.commune }));
    });
  addOpenCommands(program, call, done);
  addUserCommands(program, call, done);
  const due = program.command("due").description(say("due"));
  due.requiredOption("--term <TERM>", say("dueTerm")).requiredOption("--from <INSTANT>", say("dueFrom")).option("--post <CODE>", say("duePost"));
  due.action(async (given: { term: string; from: string; post?: string }) => {
    const { explainDue } = await import("./commands/due.ts");
    done(await explainDue(call, { term: given.term, from: given.from, post: given.post }));
  });
  return program;
}

function addPortalCommands(program: Command, call: Call, done: (exit: ExitCode) => void): void {
  const say = (key: keyof typeof texts.help): string => texts.help[key][call.lang];
  const portal = program.command("portal").description(say("portal"));
  portal
    .command("check")
    .description(say("portalCheck"))
    .argument("<FILE...>", say("portalFiles"))
    .action(async (files: string[]) => {
      const { checkPortalFiles } = await import("./commands/portal.ts");
      done(await checkPortalFiles(call, files));
    });
  portal
    .command("schema")
    .description(say("portalSchema"))
    .action(async () => {
      const { showPortalSchema } = await import("./commands/portal.ts");
      done(await showPortalSchema(call));
    });
}

function addOpenCommands(program: Command, call: Call, done: (exit: ExitCode) => void): void {
  const say = (key: keyof typeof texts.help): string => texts.help[key][call.lang];
  const key = program.command("open").description(say("open")).command("key").description(say("openKey"));
  const add = key.command("add").description(say("openKeyAdd")).argument("<NAME>", say("openKeyName"));
  add.option("--per-hour <COUNT>", say("openKeyPerHour"), "60");
  add.action(async (name: string, { perHour }: { perHour: string }) => {
    const { addOpenKey } = await import("./commands/open-keys.ts");
    done(await addOpenKey(call, { name, perHour }));
  });
  const list = key.command("list").description(say("openKeyList"));
  list.action(async () => {
    const { listOpenKeys } = await import("./commands/open-keys.ts");
    done(await listOpenKeys(call));
  });
  const end = key.command("end").description(say("openKeyEnd")).argument("<NUMBER>", say("openKeyNumber"));
  end.action(async (number: string) => {
    const { endOpenKey } = await import("./commands/open-keys.ts");
    done(await endOpenKey(call, { number }));
  });
}

type UserOptions = { name: string; rank: string; role: string; post?: string; province?: string; nation?: boolean; from?: string; to?: string };

function addUserCommands(program: Command, call: Call, done: (exit: ExitCode) => void): void {
  const say = (key: keyof typeof texts.help): string => texts.help[key][call.lang];
  const user = program.command("user").description(say("user"));
  const add = user.command("add").description(say("userAdd")).argument("<LOGIN>", say("userLogin"));
  add.requiredOption("--name <NAME>", say("userName")).requiredOption("--rank <RANK>", say("userRank"));
  add.requiredOption("--role <ROLE>", `${say("userRole")}: ${Object.keys(roles).join(", ")}`);
  add.option("--post <CODE>", say("userPost")).option("--province <CODE>", say("userProvince")).option("--nation", say("userNation"));
  add.option("--from <DAY>", say("userFrom")).option("--to <DAY>", say("userTo"));
  add.action(async (login: string, given: UserOptions) => {
    const { addUser } = await import("./commands/users.ts");
    const { name, rank, role, post, province, nation = false, from, to } = given;
    done(await addUser(call, { login, name, rank, role, post, province, nation, from, to }));
  });
}

/** Gives commander's own words in the reader's language; commands made later inherit it. */
function localise(program: Command, lang: Lang): void {
  const { help } = texts;
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.usage[lang],
    "Commands:": help.commands[lang],
    "Options:": help.options[lang],
    "Arguments:": help.arguments[lang],
    "Global Options:": help.globalOptions[lang],
  };
  program.exitOverride().helpOption("-h, --help", help.helpOption[lang]).helpCommand("help [command]", help.help[lang]);
  const said = (text: string): string => text.replaceAll("[options]", help.optionsWord[lang]).replaceAll("[command]", help.commandWord[lang]);
  program.configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title, styleUsage: said, styleSubcommandTerm: said });
}

function listCommands(command: Command): Command[] {
  return command.commands.flatMap((inner) => [inner, ...listCommands(inner)]);
}

/** The language and the form are needed before anything can be said, also about a line that is not understood. */
function readGlobals(argv: readonly string[]): { json: boolean; lang: Lang | null } {
  const given = langGiven(argv);
  return { json: argv.includes("--json"), lang: given === null ? "vi" : (langs.find((lang) => lang === given) ?? null) };
}

function langGiven(argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at < 0) return null;
  return argv[at]?.startsWith("--lang=") ? (argv[at]?.slice("--lang=".length) ?? "") : (argv[at + 1] ?? "");
}

function isBare(argv: readonly string[]): boolean {
  const rest = argv.filter((word, at) => word !== "--json" && word !== "--lang" && !word.startsWith("--lang=") && argv[at - 1] !== "--lang");
  return rest.length === 0;
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CommanderError) return usageFailure(error);
  if (error instanceof ConfigProblem) {
    const [, ...lines] = error.message.split("\n").map((line) => line.trim());
    return new Failure(1, "settings", texts.errors.settings, { lines: lines.map((line) => ({ vi: line, en: line })) });
  }
  if (lostDatabase(error)) return new Failure(1, "unavailable", texts.errors.noDatabase);
  return new Failure(1, "unexpected", texts.errors.unexpected(error instanceof Error ? error.message : String(error)));
}

function usageFailure(error: CommanderError): Failure {
  const { errors } = texts;
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const meant = /Did you mean (?:one of )?([^?,]+)/.exec(error.message)?.[1]?.trim();
  const sentences = {
    "commander.unknownCommand": errors.unknownCommand(word),
    "commander.help": errors.commandNeeded,
    "commander.unknownOption": errors.unknownOption(word),
    "commander.missingArgument": errors.missingArgument(word),
    "commander.optionMissingArgument": errors.missingValue(word),
    "commander.missingMandatoryOptionValue": errors.missingOption(word),
    "commander.excessArguments": errors.tooMany,
  } as const;
  const shown = Object.hasOwn(sentences, error.code) ? sentences[error.code as keyof typeof sentences] : errors.notUnderstood;
  return new Failure(2, "usage", shown, { lines: [...(meant ? [errors.didYouMean(meant)] : []), errors.hint] });
}

function lostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as { code?: string };
  return /^(08|57P|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|unavailable$)/.test(code) || error.message.startsWith("Connection terminated") || lostDatabase(error.cause);
}
