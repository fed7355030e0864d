import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Lang } from "../../base/lang.ts";
import type { ProblemCode } from "../../kernel/problem.ts";
import { problemTexts } from "../texts.ts";
import { Button, LinkButton } from "./button.tsx";
import { CheckGroup, RadioGroup, Select } from "./form/choice.tsx";
import { ErrorSummary } from "./form/errors.tsx";
import { DateField, FileField, TextArea, TextField } from "./form/text.tsx";
import { type Gallery, Stage } from "./gallery.stage.ts";
import type { Html } from "./html.ts";
import { ResidentPage } from "./layout/resident.tsx";
import { ActionCard, Card, EmptyState, Figure, Grid, OpenSign, Row, SoftBand, Stack } from "./parts.tsx";
import { PhoneBar } from "./phone.tsx";
import { ProblemPage } from "./problem.tsx";
import { QrImage } from "./qr.tsx";
import { DueMoment, StateTag, Timeline, WhyThisDate } from "./state.tsx";

const post = {
  name: "Công an phường Phượng Sơn",
  hours: "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00; sáng thứ Bảy",
  address: "Tổ dân phố Kép, phường Phượng Sơn, tỉnh Bắc Ninh",
  phone: "0204 000 113",
};
const why = [
  "Nhận hồ sơ thứ Sáu 20/11, ngày nhận không tính",
  "Thứ Bảy 21, Chủ nhật 22: nghỉ",
  "Thứ Hai 23/11: ngày làm việc thứ 1",
  "Thứ Ba 24/11: nghỉ lễ Ngày Văn hóa Việt Nam",
  "Thứ Tư 25/11: ngày thứ 2 · thứ Năm 26/11: ngày thứ 3",
];

/** What residents meet. */
const gallery: Gallery = { home, track, form, problems: (lang) => resident(lang, <Problems lang={lang} />) };

function resident(lang: Lang, children: Html, more: { wide?: boolean; after?: Html; source?: string } = {}): Html {
  return <ResidentPage {...{ lang, post, children, ...more }} homeHref="/home" otherLanguageHref="?lang=en" demo />;
}

function home(lang: Lang): Html {
  const cards = [
    <ActionCard href="#1" icon="file-text" title="Chuẩn bị thủ tục" text="Cư trú, xác nhận thông tin... Biết trước cần giấy gì, mất mấy ngày, bao nhiêu tiền" />,
    <ActionCard href="#2" icon="search" title="Hồ sơ của tôi đến đâu?" text="Nhập mã trên giấy hẹn và 4 số cuối điện thoại" />,
    <ActionCard href="#3" icon="triangle-alert" danger title="Tôi đang bị lừa?" text="Có người bảo chuyển tiền, đọc mã OTP, xưng là công an: bấm ngay" />,
    <ActionCard href="#4" icon="message-square" title="Góp ý, phản ánh" text="Mỗi ý kiến có số, có người trả lời, có hạn" />,
    <ActionCard href="#5" icon="map-pin" title="Báo tin an ninh, trật tự" text="Có thể không nêu tên. Được giữ bí mật" />,
    <ActionCard href="#6" icon="shield-check" title="Có phải công an không?" text="Kiểm tra cuộc gọi, giấy mời, giấy xác nhận là thật hay giả" />,
  ];
  const figures = [
    <Figure value="41 / 44" meaning="ý kiến đã làm xong" href="#7" />,
    <Figure value="98 %" meaning="hồ sơ trả đúng hẹn" />,
    <Figure value="2" meaning="vụ lừa đảo chặn kịp, giữ lại 180 triệu đồng" />,
  ];
  const after = (
    <SoftBand title="Tháng này, bà con nói, công an làm">
      <Grid items={figures} />
    </SoftBand>
  );
  return resident(
    lang,
    <>
      <PhoneBar lang={lang} dutyPhone={post.phone} />
      <div class="stack">
        <h1>Bà con cần gì hôm nay?</h1>
        <p class="lead">Không cần tài khoản. Không biết bắt đầu từ đâu thì cứ gọi hoặc ghé, cán bộ sẽ giúp.</p>
      </div>
      <Grid items={cards} />
      <p>
        <OpenSign open rest=", đến 17:00. Chờ trung bình 12 phút. " lang={lang} /> <a href="#8">Đặt giờ hẹn</a>
      </p>
    </>,
    { wide: true, after, source: "Thời hạn, lệ phí: Cổng Dịch vụ công - Bộ Công an, xem ngày 20/11/2026." },
  );
}

function track(lang: Lang): Html {
  return resident(
    lang,
    <>
      <div>
        <p class="quiet">
          Hồ sơ <span class="code">H05.24-261120-0007</span>
        </p>
        <h1>Điều chỉnh thông tin về cư trú</h1>
      </div>
      <Card>
        <StateTag state="working" lang={lang} />
        <DueMoment big distance="Hẹn trả: thứ Năm 26/11/2026" exact="trước 17:00" instant="2026-11-26T17:00:00+07:00" note="còn 3 ngày" />
        <WhyThisDate open lines={why} basis="thủ tục 1.010039, thời hạn 3 ngày làm việc" lang={lang} />
      </Card>
      <Stack>
        <h2>Bây giờ bà con cần làm gì?</h2>
        <p>Không cần làm gì thêm. Khi xong, chúng tôi nhắn tin; mang theo giấy hẹn và thẻ căn cước.</p>
      </Stack>
      <Stack>
        <h2>Việc đã làm</h2>
        <Timeline
          lang={lang}
          steps={[
            { state: "done", title: "Tiếp nhận, đủ giấy tờ", at: "20/11/2026 15:02", by: "cán bộ tiếp nhận" },
            { state: "done", title: "Kiểm tra thông tin trong cơ sở dữ liệu", at: "23/11/2026 09:40" },
            { state: "next", title: "trưởng công an ký kết quả", at: "25/11" },
            { state: "later", title: "trả kết quả tại quầy" },
          ]}
        />
      </Stack>
      <QrImage text="https://example.vn/tra-cuu/H05.24-261120-0007" caption="Quét để mở lại trang này" lang={lang} />
      <Row>
        <LinkButton href="#pdf" icon="download">
          Tải giấy hẹn (PDF)
        </LinkButton>
        <LinkButton href="#ask" kind="secondary" icon="message-square">
          Hỏi về hồ sơ này
        </LinkButton>
      </Row>
    </>,
  );
}

function form(lang: Lang): Html {
  const channels = [
    { value: "call", text: "Gọi điện" },
    { value: "visit", text: "Gặp tại trụ sở", hint: "Trong giờ tiếp bà con" },
  ];
  return resident(
    lang,
    <>
      <ErrorSummary
        lang={lang}
        errors={{
          subject: { vi: "Viết việc bà con muốn nói", en: "Write what you want to say" },
          happenedOn: { vi: "Viết ngày như 26/11/2026", en: "Write the day as 26/11/2026" },
        }}
      />
      <form class="form" method="post" action="/sent">
        <TextField main name="subject" label="Bà con muốn nói việc gì?" hint="Một câu là đủ." error="Viết việc bà con muốn nói, ví dụ: đèn đường ngõ 4 hỏng." lang={lang} />
        <DateField name="happenedOn" label="Xảy ra ngày nào?" value="32/11" error="Viết ngày như 26/11/2026" lang={lang} optional />
        <TextArea name="body" label="Kể rõ hơn" value="Đèn đường hỏng ba hôm nay." lang={lang} optional />
        <TextField name="phone" label="Số điện thoại" type="tel" width="middle" autocomplete="tel" lang={lang} />
        <RadioGroup name="channel" label="Muốn chúng tôi trả lời bằng cách nào?" options={channels} value="visit" lang={lang} />
        <CheckGroup
          name="help"
          label="Cần giúp gì khi đến?"
          options={[
            { value: "t", text: "Người phiên dịch tiếng dân tộc" },
            { value: "w", text: "Lối đi cho xe lăn" },
          ]}
          values={["w"]}
          error="Chọn ít nhất một dòng"
          lang={lang}
        />
        <Select
          name="hamlet"
          label="Ở thôn, tổ dân phố nào?"
          options={[
            { value: "1", text: "Thôn Giành Cũ" },
            { value: "2", text: "Tổ dân phố Kép" },
          ]}
          value="2"
          lang={lang}
        />
        <FileField name="photo" label="Ảnh kèm theo" maxMegabytes="5" accept="image/*,.pdf" lang={lang} optional />
        <Row>
          <Button big icon="send" consequence="Bà con nhận ngay một số để theo dõi.">
            Gửi ý kiến
          </Button>
        </Row>
      </form>
      <EmptyState icon="inbox" title="Chưa có ý kiến nào" text="Ý kiến gửi xong sẽ hiện ở đây.">
        <LinkButton href="#n" kind="quiet">
          Gửi ý kiến đầu tiên
        </LinkButton>
      </EmptyState>
    </>,
  );
}

function Problems({ lang }: { readonly lang: Lang }): Html {
  return (
    <>
      {(Object.keys(problemTexts) as (ProblemCode | "bug")[]).map((code) => (
        <div>
          <ProblemPage
            code={code}
            lang={lang}
            homeHref="/home"
            phone={post.phone}
            reference={code === "bug" ? "GD-7K2M-9QXA" : undefined}
            wait={code === "tooMany" ? "5 phút" : undefined}
            backHref="#back"
            signInHref="#in"
          />
        </div>
      ))}
    </>
  );
}

describe("the pages of residents in a real browser, under a strict policy", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = new Stage(gallery, "resident", process.env["SHOTS"] !== undefined);
    await stage.open();
  });
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test.each(Object.keys(gallery))("%s has no fault on a phone, on a desk, enlarged or on paper, in either language", async (name) => {
    expect(await stage.everyFaultOf(name)).toEqual([]);
  });

  test("the strict policy bites: an inline style is refused and seen by these tests", async () => {
    const { page, complaints } = await stage.show("home");
    await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')");
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
  });

  test("a resident's first page weighs less than 100 KB, fonts and all, and needs no script", async () => {
    const { page } = await stage.show("home", { script: false });
    const sources = await page.locator("link[href]").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
    const weigh = (address: string) => {
      const bytes = stage.file(address);
      if (bytes === null) throw new Error(`nothing at ${address}`);
      return address.endsWith(".woff2") ? bytes.length : gzipSync(bytes).length;
    };
    const total = sources.map(weigh).reduce((a, b) => a + b, gzipSync(stage.render("home", "vi") ?? "").length);
    expect(sources.length).toBeGreaterThan(5);
    expect(total).toBeLessThan(100_000);
    expect(weigh(stage.built.styles.look) + weigh(stage.built.styles.office)).toBeLessThan(20_000);
    expect(await page.locator("script").count()).toBe(0);
  });

  test("the letters of Vietnamese are drawn in our font, none in the browser's own", async () => {
    const { page } = await stage.show("home");
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root: tree } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: tree.nodeId, selector: "#main" });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    expect(
      [...new Set(fonts.map((font) => font.familyName))].every((family) => family.startsWith("Be Vietnam Pro")),
      JSON.stringify(fonts),
    ).toBe(true);
  });
});
