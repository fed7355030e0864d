import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { MissingYear } from "../kernel/clock/calendar.ts";
import type { House } from "../kernel/house.ts";
import { LawGap } from "../kernel/law/table.ts";
import { Problem } from "../kernel/problem.ts";
import type { Database } from "../platform/database.ts";
import { answerWith, type Frame } from "./answer.ts";
import { type Desk, serve } from "./desk.ts";
import { addHealth } from "./health.ts";
import type { FindOfficer } from "./officer.ts";
import type { Route } from "./route.ts";
import { refuseCrossSite, setSafetyHeaders } from "./safety.ts";
import { makeStreams } from "./streams.ts";

export type ServerOptions = {
  readonly database: Database;
  readonly house: House;
  readonly routes: readonly Route[];
  readonly findOfficer: FindOfficer;
  readonly frame: Frame;
  /** Built scripts, styles and fonts, each under a name that carries its hash. */
  readonly assetsDir: string;
  readonly log: FastifyBaseLogger;
  readonly trustProxy: boolean;
  /** The instant of a request; a test stops it. */
  readonly clock: () => Date;
};

const megabyte = 1024 * 1024;

/** The one server with its three faces. It does not listen yet. */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const desk: Desk = { ...options, streams: makeStreams(options.database.changes) };
  const server = Fastify({
    loggerInstance: options.log,
    // Our own line per request carries the pattern of the address only: a reference in a log would be a key.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: megabyte,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    // An address that cannot be read never reaches a route, nor the hooks.
    frameworkErrors: (error, request, reply) => void answerUnread(desk, request, reply, error),
  });
  server.addHook("onRequest", setSafetyHeaders(options.house));
  server.addHook("onRequest", refuseCrossSite);
  server.addHook("onResponse", logAnswer);
  server.addHook("preClose", async () => desk.streams.closeAll());
  await server.register(compress, { global: true, threshold: 1_024 });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: megabyte });
  await server.register(multipart, { limits: { fileSize: 20 * megabyte, files: 1, fields: 50, fieldSize: 100_000, parts: 60 } });
  await server.register(rateLimit, { global: true, max: 600, timeWindow: "1 minute", errorResponseBuilder: () => new Problem("tooMany") });
  await server.register(fastifyStatic, { root: options.assetsDir, prefix: "/tai-san/", immutable: true, maxAge: "365d", index: false, decorateReply: false });
  addHealth(server, options.database);
  for (const route of options.routes) addRoute(server, desk, route);
  server.setNotFoundHandler((request, reply) => answerProblem(desk, request, reply, new Problem("notFound")));
  server.setErrorHandler((error, request, reply) => answerProblem(desk, request, reply, error));
  return server;
}

function addRoute(server: FastifyInstance, desk: Desk, route: Route): void {
  server.route({
    method: route.method,
    url: route.url,
    config: { ...(route.perMinute ? { rateLimit: { max: route.perMinute, timeWindow: "1 minute" } } : {}), unlogged: route.anonymous !== undefined },
    handler: (request, reply) => serve(desk, route, request, reply),
  });
}

async function answerUnread(desk: Desk, request: FastifyRequest, reply: FastifyReply, error: Error): Promise<void> {
  await setSafetyHeaders(desk.house)(request, reply);
  await answerProblem(desk, request, reply, error);
}

async function answerProblem(desk: Desk, request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<FastifyReply> {
  const problem = asProblem(error);
  if (problem?.code === "lawMissing") request.log.warn({ reason: (error as Error).message }, "the law data lacks something");
  if (problem === null) request.log.error({ err: error, reference: request.id }, "a bug");
  return await answerWith(desk, request, reply, { problem, reference: request.id });
}

/** Errors of the framework that a person can act on, in our words; null for a bug. */
function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof LawGap || error instanceof MissingYear) return new Problem("lawMissing");
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new Problem("tooLarge");
  if (statusCode === 429) return new Problem("tooMany");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem("malformed");
  return null;
}

declare module "fastify" {
  interface FastifyContextConfig {
    readonly unlogged?: boolean;
  }
}

async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.routeOptions.config.unlogged) return;
  request.log.info({ method: request.method, route: request.routeOptions.url ?? "unknown", status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "answered");
}
