import { decodeQR } from "qr/decode.js";
import { expect, test } from "vitest";
import { problemTexts } from "../texts.ts";
import { DisabledButton } from "./button.tsx";
import { fragment } from "./document.tsx";
import { RadioGroup } from "./form/choice.tsx";
import { ErrorSummary } from "./form/errors.tsx";
import { DateField, TextField } from "./form/text.tsx";
import { Card } from "./parts.tsx";
import { ProblemPage } from "./problem.tsx";
import { QrImage } from "./qr.tsx";
import { StateTag, Timeline } from "./state.tsx";

test("what someone typed comes back as text, never as markup", () => {
  const html = fragment(<TextField name="subject" label="Việc gì?" value={'"><script>alert(1)</script>'} lang="vi" />);
  expect(html).not.toContain("<script>");
  expect(html).toContain("&quot;>&lt;script>");
});

test("a field names its hint and its error, and the summary leads to it", () => {
  const field = fragment(<DateField name="happenedOn" label="Ngày nào?" value="32/11" error="Viết ngày như 26/11/2026" lang="vi" />);
  const summary = fragment(<ErrorSummary errors={{ happenedOn: { vi: "Viết ngày", en: "Write the day" } }} lang="vi" />);
  expect(field).toContain('aria-describedby="field-happenedOn-hint field-happenedOn-error"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('value="32/11"');
  expect(summary).toContain('href="#field-happenedOn"');
  expect(fragment(<ErrorSummary errors={{}} lang="vi" />)).toBe("");
});

test("the summary of a question with choices leads to the first of them", () => {
  const html = fragment(
    <RadioGroup
      name="channel"
      label="Cách nào?"
      options={[
        { value: "a", text: "Gọi" },
        { value: "b", text: "Gặp" },
      ]}
      value="b"
      lang="vi"
    />,
  );
  expect(html).toMatch(/<input[^>]*id="field-channel"[^>]*value="a"/);
  expect(html).toMatch(/<input[^>]*value="b"[^>]*checked/);
});

test("a verb that is not possible cannot be sent, and says why to whoever cannot see it", () => {
  const html = fragment(
    <DisabledButton id="sign" reason="chỉ trưởng công an ký được." lang="vi">
      Ký
    </DisabledButton>,
  );
  expect(html).toContain('type="button"');
  expect(html).toContain('aria-describedby="sign-reason"');
  expect(html).toContain('id="sign-reason"');
});

test("a state is a sign and a word, never a colour alone", () => {
  expect(fragment(<StateTag state="late" lang="vi" />)).toMatch(/<svg.*<\/svg>Quá hạn/);
  expect(fragment(<StateTag state="late" lang="en" word="Two days late" />)).toMatch(/<\/svg>Two days late/);
});

test("what comes next is said in words, with the day as expected and not as promised", () => {
  const html = fragment(<Timeline lang="vi" steps={[{ state: "next", title: "trưởng công an ký", at: "25/11" }]} />);
  expect(html).toContain("Tiếp theo:");
  expect(html).toContain("dự kiến 25/11");
});

test("every problem says in both languages what to do now", () => {
  for (const code of Object.keys(problemTexts) as (keyof typeof problemTexts)[]) {
    for (const lang of ["vi", "en"] as const) {
      expect(fragment(<ProblemPage code={code} lang={lang} homeHref="/" />)).toContain(problemTexts[code][lang].now);
    }
  }
});

test("a drawn QR code holds the address it was given", () => {
  const address = "https://example.vn/tra-cuu/H05.24-261120-0007";
  const html = fragment(<QrImage text={address} lang="vi" />);
  expect(decodeQR(paint(html, 6))).toBe(address);
});

test("a promise, a date or a misspelt attribute does not compile", () => {
  // @ts-expect-error a promise is not yet text
  const promise = <Card>{Promise.resolve("x")}</Card>;
  // @ts-expect-error a date has to be put into words first
  const date = <Card>{new Date(0)}</Card>;
  // @ts-expect-error "clas" is no attribute
  const misspelt = <p clas="x">x</p>;
  expect([promise, date, misspelt]).toHaveLength(3);
});

/** The picture that a browser would make of the drawing: `scale` dots for each module. */
function paint(html: string, scale: number): { width: number; height: number; data: Uint8Array } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]) * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, run] of html.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let down = 0; down < scale; down += 1) {
      const start = (Number(y) * scale + down) * size + Number(x) * scale;
      for (let dot = start; dot < start + Number(run) * scale; dot += 1) data.fill(0, dot * 4, dot * 4 + 3);
    }
  }
  return { width: size, height: size, data };
}
