import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { findNode, root } from "./root.js";

/**
 * Starts a built program of the product under the Node it needs, on this terminal.
 * Over the channel the program learns ("disconnect") when this process was killed.
 */
export function startProgram(file, args, { channel }) {
  return spawn(findNode(), ["--enable-source-maps", join(root, file), ...args], { stdio: ["inherit", "inherit", "inherit", ...(channel ? ["ipc"] : [])] });
}

/** The exit code of a child, as a shell would give it. */
export function codeOf(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1);
}

/**
 * Passes each wish to stop on, once: npm repeats what the terminal has already said to every process of the group,
 * so a Ctrl-C at a terminal reaches the child without us. A `kill` of npm, on the other hand, ends npm and its shell and stops
 * there: then we are somebody else's child all at once.
 *
 * @param child gives the child of the moment, or null
 */
export function passSignals(child) {
  const passed = new Set(process.stdin.isTTY ? ["SIGINT"] : []);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (passed.has(signal)) return;
      passed.add(signal);
      child()?.kill(signal);
    });
  }
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child()?.kill("SIGTERM"), 500).unref();
}

export function say(line) {
  process.stderr.write(`gan-dan: ${line}\n`);
}
