import { Client } from "pg";

/** Tells what has changed, also when another process changed it. A topic is a short word of ours; it carries no data. */
export type Changes = {
  /** Calls back after each commit that announced the topic, and after a broken connection, when something may have been missed. */
  listen(topic: string, onChange: () => void): () => void;
  close(): Promise<void>;
};

/** The one channel of PostgreSQL on which topics travel; `announceChange` in the kernel speaks on it. */
const channel = "gandan_changes";
const pauseMs = 1_000;

/** Listens with one connection of its own for the whole process, opened when somebody first wants to hear. */
export function openChanges(url: string, onError: (error: Error) => void): Changes {
  const listeners = new Map<string, Set<() => void>>();
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let opening: Promise<void> | null = null;
  let closed = false;

  const connect = async (): Promise<void> => {
    const made = new Client({ connectionString: url, application_name: "gan-dan-changes", keepAlive: true });
    made.on("error", onError);
    made.on("end", () => {
      if (client === made) client = null;
      later();
    });
    made.on("notification", ({ payload }) => tell(payload ?? ""));
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
      client = made;
      for (const topic of listeners.keys()) tell(topic);
    } catch (error) {
      onError(error as Error);
      await made.end().catch(() => {});
      later();
    }
  };
  const open = (): void => {
    if (client || opening || closed) return;
    opening = connect().finally(() => {
      opening = null;
    });
  };
  const later = (): void => {
    clearTimeout(retry);
    if (!closed && listeners.size > 0) retry = setTimeout(open, pauseMs);
  };
  const tell = (topic: string): void => {
    for (const onChange of listeners.get(topic) ?? []) onChange();
  };

  return {
    listen: (topic, onChange) => {
      const those = listeners.get(topic) ?? new Set();
      listeners.set(topic, those.add(onChange));
      open();
      return () => {
        those.delete(onChange);
        if (those.size === 0) listeners.delete(topic);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      listeners.clear();
      await opening;
      await client?.end().catch(() => {});
    },
  };
}
