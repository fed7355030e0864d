import { z } from "zod";
import { type Parsed, parseForm, say, text } from "../../web/form.ts";
import type { PasswordChange, SignIn } from "./service.ts";
import { limits } from "./service.ts";
import { accountErrors } from "./texts.ts";

export const parseSignIn = (body: unknown): Parsed<SignIn> =>
  parseForm(
    z.object({
      login: text(100, accountErrors.login),
      password: text(200, accountErrors.password),
      code: z
        .string()
        .optional()
        .transform((value) => (value ?? "").replace(/\s/g, ""))
        .refine((value) => /^\d{6}$/.test(value), say(accountErrors.code)),
    }),
    body,
  );

export const parsePassword = (body: unknown): Parsed<PasswordChange> =>
  parseForm(
    z
      .object({ current: text(200, accountErrors.password), next: text(200, accountErrors.password), again: text(200, accountErrors.password) })
      .refine(({ next }) => [...next].length >= limits.passwordLength, { path: ["next"], ...say(accountErrors.short(limits.passwordLength)) })
      .refine(({ next, again }) => next === again, { path: ["again"], ...say(accountErrors.different) }),
    body,
  );
