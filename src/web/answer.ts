import type { FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../base/lang.ts";
import type { House } from "../kernel/house.ts";
import type { Problem } from "../kernel/problem.ts";
import { apiRoot, sendData, troubleAsData } from "./data.ts";
import { langOf } from "./language.ts";
import type { Officer } from "./officer.ts";
import type { Answer, Page, SetCookie, Stream } from "./route.ts";

/** Somebody's mistake or ours, to be told on a page. `problem` null is a bug, known by its reference alone. */
export type Trouble = { readonly problem: Problem | null; readonly reference: string };

/** What the frame of a page knows. */
export type Framing = {
  readonly house: House;
  readonly lang: Lang;
  readonly officer: Officer | null;
  readonly now: Date;
  /** Address of the page, for the language switch and the place in the navigation. */
  readonly path: string;
  /** Code of the commune whose post a resident chose to see. */
  readonly chosenPost: string | undefined;
};

/** Puts a page, or a trouble, into the whole document. */
export type Frame = {
  page(page: Page, framing: Framing): string;
  trouble(trouble: Trouble, framing: Framing): { readonly html: string; readonly status: number };
};

type Framed = { readonly house: House; readonly frame: Frame; readonly clock: () => Date };

/** The cookie of the post that a resident looks at. */
export const postCookie = "don-vi";

/** Sends an answer, or the page of a trouble. */
export async function answerWith(desk: Framed, request: FastifyRequest, reply: FastifyReply, answer: Exclude<Answer, Stream> | Trouble): Promise<FastifyReply> {
  if ("reference" in answer) return sendTrouble(desk, request, reply, answer);
  if (answer.kind === "data") return sendData(request, reply, answer);
  if (answer.kind === "told") return reply.status(answer.status).type("application/json; charset=utf-8").send(JSON.stringify(answer.value));
  if (answer.kind === "file") {
    const disposition = `${answer.inline ? "inline" : "attachment"}; filename="${answer.name}"`;
    // Whatever a file holds, a browser that opened it all the same would run nothing of it, and not as a page of ours.
    if (!answer.inline) reply.header("content-security-policy", "default-src 'none'; sandbox");
    return reply.type(answer.type).header("content-disposition", disposition).send(Buffer.from(answer.bytes));
  }
  for (const cookie of answer.cookies) setCookie(desk.house, reply, cookie);
  if (answer.kind === "seeOther") return reply.redirect(answer.to, 303);
  return reply
    .status(answer.status)
    .type("text/html; charset=utf-8")
    .send(desk.frame.page(answer, framingOf(desk, request)));
}

function sendTrouble(desk: Framed, request: FastifyRequest, reply: FastifyReply, trouble: Trouble): FastifyReply {
  if (trouble.problem?.status === 503) reply.header("retry-after", "5");
  if (request.url.startsWith(apiRoot)) return sendData(request, reply, troubleAsData(trouble, request.url));
  const framing = framingOf(desk, request);
  // Whoever must sign in is sent there, and comes back after; only pages can be come back to.
  if (trouble.problem?.code === "signInNeeded" && request.method === "GET") {
    return reply.redirect(`/can-bo/dang-nhap?ve=${encodeURIComponent(framing.path)}`, 303);
  }
  const { html, status } = desk.frame.trouble(trouble, framing);
  return reply.status(status).type("text/html; charset=utf-8").send(html);
}

function framingOf(desk: Framed, request: FastifyRequest): Framing {
  return {
    house: desk.house,
    lang: langOf(request),
    officer: request.officer ?? null,
    now: request.now ?? desk.clock(),
    path: request.url,
    chosenPost: request.cookies?.[postCookie],
  };
}

function setCookie(house: House, reply: FastifyReply, { name, value, maxAgeSeconds }: SetCookie): void {
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: house.publicUrl.startsWith("https:") } as const;
  if (value === null) reply.clearCookie(name, options);
  else reply.setCookie(name, value, { ...options, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) });
}
