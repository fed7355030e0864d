import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../kernel/problem.ts";
import type { Changes } from "../platform/changes.ts";
import type { Stream } from "./route.ts";

/** Pages that stay open and are told what changes (server-sent events). */
export type Streams = {
  /** Keeps the answer open, sends what there is now, and `again` what there is after each change. @throws Problem("unavailable") when too many are open */
  open(request: FastifyRequest, reply: FastifyReply, first: Stream, again: () => Promise<Stream>): FastifyReply;
  /** Ends every open answer, so that the server can close; browsers come back by themselves. */
  closeAll(): void;
};

type Limits = { readonly inAll: number; readonly fromOneAddress: number };
type Listener = { readonly reply: FastifyReply; readonly ip: string; sent: string };
/** All who look at the same thing: it is worked out once for all of them. */
type Group = { readonly listeners: Set<Listener>; readonly again: () => Promise<Stream>; stopListening: () => void; working: boolean; stale: boolean };

const eventStream = "text/event-stream; charset=utf-8";
const beatMs = 20_000;
/** A browser that lost its connection comes back after so long. */
const retryMs = 2_000;

export function makeStreams(changes: Changes, limits: Limits = { inAll: 300, fromOneAddress: 20 }): Streams {
  const groups = new Map<string, Group>();
  const everybody = (): Listener[] => [...groups.values()].flatMap((group) => [...group.listeners]);
  // A line without meaning now and then: it keeps proxies from closing, and shows us who is gone.
  const beat = setInterval(() => {
    for (const { reply } of everybody()) reply.raw.write(":\n\n");
  }, beatMs);
  beat.unref();
  return {
    open: (request, reply, first, again) => {
      if (request.method === "HEAD") return reply.type(eventStream).send("");
      const open = everybody();
      if (open.length >= limits.inAll || open.filter(({ ip }) => ip === request.ip).length >= limits.fromOneAddress) throw new Problem("unavailable");
      const key = `${request.url} ${request.headers.cookie ?? ""}`;
      const group = groups.get(key) ?? begin(first.topic, again);
      groups.set(key, group);
      const listener: Listener = { reply, ip: request.ip, sent: "" };
      group.listeners.add(listener);
      reply.raw.on("close", () => {
        group.listeners.delete(listener);
        if (group.listeners.size > 0 || groups.get(key) !== group) return;
        group.stopListening();
        groups.delete(key);
      });
      greet(reply);
      send(listener, first.data);
      // What changed between the first look and our listening would be missed.
      void refresh(group);
      return reply;
    },
    closeAll: () => {
      clearInterval(beat);
      for (const { reply } of everybody()) reply.raw.end();
    },
  };

  function begin(topic: string, again: Group["again"]): Group {
    const group: Group = { listeners: new Set(), again, stopListening: () => {}, working: false, stale: false };
    group.stopListening = changes.listen(topic, () => void refresh(group));
    return group;
  }
}

/** Works out the present state and sends it; changes meanwhile lead to one more round, however many they were. */
async function refresh(group: Group): Promise<void> {
  group.stale = true;
  if (group.working) return;
  group.working = true;
  try {
    while (group.stale && group.listeners.size > 0) {
      group.stale = false;
      const { data } = await group.again();
      for (const listener of group.listeners) send(listener, data);
    }
  } catch {
    // Nothing false is shown: the listeners are let go, and come back to ask again.
    for (const { reply } of group.listeners) reply.raw.end();
  } finally {
    group.working = false;
  }
}

function greet(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, { ...reply.getHeaders(), "content-type": eventStream, "x-accel-buffering": "no" } as Record<string, string>);
  reply.raw.write(`retry: ${retryMs}\n\n`);
}

function send(listener: Listener, data: string): void {
  if (data === listener.sent || listener.reply.raw.writableEnded) return;
  listener.sent = data;
  listener.reply.raw.write(
    `${data
      .split("\n")
      .map((line) => `data: ${line}`)
      .join("\n")}\n\n`,
  );
}
