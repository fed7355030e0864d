import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { isIdNumber } from "../../base/identity.ts";
import type { Bilingual } from "../../base/lang.ts";
import { type FieldErrors, optionalEmail, optionalPhone, type Parsed, parseForm, readDay, say, type Typed, typedOf, typedText } from "../../web/form.ts";
import { formTexts as webTexts } from "../../web/form-texts.ts";
import type { Answer, AnswerRow, Answers } from "./engine.ts";
import type { Column, Page, Question } from "./law.ts";
import { answerErrors as wrong } from "./texts.ts";

/** What a text may hold when its question does not say. */
const usualMax = { text: 200, longText: 1_000, address: 300, email: 100 } as const;
/** Rows of a table when its question does not say. */
const usualRows = 10;

/** The most rows that a table may have. */
export const maxRows = ({ max = usualRows }: Pick<Question, "max">): number => max;

/** The name of a cell's field: "members.0.fullName". */
export const cellName = (question: string, row: number, column: string): string => `${question}.${row}.${column}`;

/**
 * Turns what was typed on one page into answers, or into errors beside its fields. Only the questions of the page are read, so give
 * the page as it is reached.
 *
 * @param today what "past" and "future" are measured by
 */
export function parseAnswers(page: Page, body: unknown, today: Day): Parsed<Answers> {
  const typed = typedOf(body);
  const plain = page.questions.filter(({ kind }) => kind !== "rows");
  const parsed = parseForm(z.object(Object.fromEntries(plain.map((one) => [one.id, shapeOf(one, today)]))), body);
  const errors: Record<string, Bilingual> = parsed.ok ? {} : { ...parsed.errors };
  const answers: Record<string, Answer> = parsed.ok ? { ...(parsed.value as Record<string, string>) } : {};
  for (const question of page.questions) {
    if (question.kind !== "rows") continue;
    const rows = parseRows(question, typed, today);
    if (rows.ok) answers[question.id] = rows.value;
    else Object.assign(errors, rows.errors);
  }
  return Object.keys(errors).length === 0 ? { ok: true, value: answers } : { ok: false, errors: inOrder(page, errors), typed };
}

/** How many rows of a table were sent, filled or not. */
export function rowsTyped(question: Pick<Question, "id">, typed: Typed): number {
  const rows = Object.keys(typed).flatMap((name) => {
    const [id, row] = name.split(".");
    return id === question.id && row !== undefined && /^\d{1,3}$/.test(row) ? [Number(row) + 1] : [];
  });
  return Math.max(0, ...rows);
}

function parseRows(question: Question, typed: Typed, today: Day): { ok: true; value: readonly AnswerRow[] } | { ok: false; errors: FieldErrors } {
  const shape = z.object(Object.fromEntries(question.columns.map((column) => [column.id, shapeOf(column, today)])));
  const rows: AnswerRow[] = [];
  const errors: Record<string, Bilingual> = {};
  const most = maxRows(question);
  const first = question.columns[0]?.id ?? "";
  for (let i = 0; i < Math.min(rowsTyped(question, typed), most + 1); i += 1) {
    const cells = Object.fromEntries(question.columns.map(({ id }) => [id, typedText(typed, cellName(question.id, i, id))]));
    if (Object.values(cells).every((cell) => cell === "")) continue;
    const parsed = parseForm(shape, cells);
    if (parsed.ok) rows.push(parsed.value as AnswerRow);
    else for (const [name, message] of Object.entries(parsed.errors)) errors[cellName(question.id, i, name)] = message;
  }
  const start = cellName(question.id, 0, first);
  if (rows.length > most) errors[start] ??= wrong.tooManyRows(most);
  if (question.required && rows.length === 0 && Object.keys(errors).length === 0) errors[start] = wrong.noRows;
  return Object.keys(errors).length === 0 ? { ok: true, value: rows } : { ok: false, errors };
}

/** Errors in the order of the fields, so that the summary leads down the page. */
function inOrder(page: Page, errors: Readonly<Record<string, Bilingual>>): FieldErrors {
  const place = (name: string): number => page.questions.findIndex(({ id }) => id === name.split(".")[0]);
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => place(one) - place(other)));
}

const blank = z
  .string()
  .optional()
  .transform((value) => value ?? "");

type Asked = Pick<Question | Column, "required" | "max" | "min" | "when" | "options"> & { readonly kind: Question["kind"] };

/** Every shape gives a text; "" stands for an answer that was left empty and may be. */
function shapeOf(asked: Asked, today: Day): z.ZodType<string> {
  const filled = asked.required ? blank.refine((value) => value !== "", say(missingOf(asked))) : blank;
  return filled.transform((value, context): string => {
    if (value === "") return "";
    const read = readAnswer(asked, value, today);
    if (typeof read === "string") return read;
    context.addIssue({ code: "custom", ...say(read.wrong) });
    return z.NEVER;
  });
}

const missingOf = ({ kind }: Asked): Bilingual => (kind === "choice" || kind === "yesNo" ? webTexts.chooseOne : kind === "day" ? webTexts.missingDay : wrong.missing);

type Read = string | { readonly wrong: Bilingual };

function readAnswer(asked: Asked, value: string, today: Day): Read {
  const { kind } = asked;
  if (kind === "day") return readDayAnswer(asked, value, today);
  if (kind === "choice") return asked.options.some(({ id }) => id === value) ? value : { wrong: webTexts.chooseOne };
  if (kind === "yesNo") return value === "yes" || value === "no" ? value : { wrong: webTexts.chooseOne };
  if (kind === "personalId") {
    const digits = value.replace(/[\s.]/g, "");
    return isIdNumber(digits) ? digits : { wrong: wrong.badId };
  }
  if (kind === "phone") {
    const phone = optionalPhone().safeParse(value);
    return phone.success && phone.data !== null ? phone.data : { wrong: webTexts.badPhone };
  }
  if (kind === "number") return readNumber(asked, value);
  const text = kind === "email" ? (optionalEmail().safeParse(value).data ?? null) : value;
  if (text === null) return { wrong: wrong.badEmail };
  const most = asked.max ?? usualMax[kind as keyof typeof usualMax];
  return [...text].length <= most ? text : { wrong: webTexts.tooLong(most) };
}

function readDayAnswer({ when }: Asked, value: string, today: Day): Read {
  const day = readDay(value);
  if (day === null) return { wrong: wrong.badDay };
  if (when === "future") return day < today ? { wrong: wrong.notFuture } : day;
  if (when === "past") return day < "1900-01-01" || day > today ? { wrong: wrong.notPast } : day;
  return day < "1900-01-01" ? { wrong: wrong.tooEarly } : day;
}

function readNumber({ min = 0, max }: Asked, value: string): Read {
  const digits = value.replace(/[\s.]/g, "");
  if (!/^\d{1,12}$/.test(digits)) return { wrong: wrong.notANumber };
  const number = Number(digits);
  return number < min || (max !== undefined && number > max) ? { wrong: wrong.outside(min, max ?? null) } : String(number);
}
