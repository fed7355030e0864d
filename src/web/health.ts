import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Registry } from "prom-client";
import type { Database } from "../platform/database.ts";

/** `/healthz`: the process lives. `/readyz`: the database answers too. `/metrics`: Prometheus, for this machine only. */
export function addHealth(server: FastifyInstance, database: Database): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({ name: "gandan_answers_total", help: "Answers by method, route and status", labelNames: ["method", "route", "status"], registers: [registry] });
  server.addHook("onResponse", async (request, reply) => {
    answers.inc({ method: request.method, route: request.routeOptions.url ?? "unknown", status: reply.statusCode });
  });
  server.get("/healthz", async () => ({ ok: true }));
  server.get("/readyz", async (_request, reply) => {
    const ok = await database.pool.query("select 1").then(
      () => true,
      () => false,
    );
    return reply.status(ok ? 200 : 503).send({ ok });
  });
  server.get("/metrics", async (request, reply) => {
    if (!["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "") || request.headers["x-forwarded-for"]) return reply.status(404).send();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
