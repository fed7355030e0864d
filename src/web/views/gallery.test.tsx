import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { encodeQR } from "qr";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lang } from "../../base/lang.ts";
import type { ProblemCode } from "../../kernel/problem.ts";
import { type Assets, assets, assetsBase, type Manifest } from "../look/assets.ts";
import { problemTexts } from "../texts.ts";
import { Button, DisabledButton, LinkButton } from "./button.tsx";
import { document, type Face } from "./document.tsx";
import { CheckGroup, RadioGroup, Select } from "./form/choice.tsx";
import { ErrorSummary } from "./form/errors.tsx";
import { ScanField } from "./form/scan.tsx";
import { DateField, FileField, TextArea, TextField } from "./form/text.tsx";
import type { Html } from "./html.ts";
import { OfficePage } from "./layout/office.tsx";
import { ResidentPage } from "./layout/resident.tsx";
import { ActionCard, Card, EmptyState, Figure, Grid, Notice, OpenSign, Row, SoftBand, Stack, SummaryList } from "./parts.tsx";
import { PhoneBar } from "./phone.tsx";
import { ProblemPage } from "./problem.tsx";
import { QrImage } from "./qr.tsx";
import { DueMoment, StateTag, Timeline, WhyThisDate } from "./state.tsx";
import { DataTable, FilterChips, Pager, Sub } from "./table.tsx";

const root = join(import.meta.dirname, "..", "..", "..");
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
const post = {
  name: "Công an phường Phượng Sơn",
  hours: "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00; sáng thứ Bảy",
  address: "Tổ dân phố Kép, phường Phượng Sơn, tỉnh Bắc Ninh",
  phone: "0204 000 113",
};
const why = [
  { day: "Thứ Sáu 20/11", counts: "nhận hồ sơ, ngày nhận không tính" },
  { day: "Thứ Bảy 21, Chủ nhật 22", counts: "nghỉ" },
  { day: "Thứ Hai 23/11", counts: "ngày thứ 1" },
  { day: "Thứ Ba 24/11", counts: "nghỉ lễ Ngày Văn hóa Việt Nam" },
  { day: "Thứ Tư 25/11", counts: "ngày thứ 2" },
  { day: "Thứ Năm 26/11", counts: "ngày thứ 3" },
];

const pages: { readonly [name: string]: { readonly face: Face; readonly body: (lang: Lang) => Html } } = {
  home: { face: "resident", body: home },
  track: { face: "resident", body: track },
  form: { face: "resident", body: form },
  problems: { face: "resident", body: (lang) => resident(lang, <Problems lang={lang} />) },
  inbox: { face: "office", body: inbox },
  matter: { face: "office", body: matter },
};

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
  return resident(lang, <>
    <PhoneBar lang={lang} dutyPhone={post.phone} />
    <div class="stack">
      <h1>Bà con cần gì hôm nay?</h1>
      <p class="lead">Không cần tài khoản. Không biết bắt đầu từ đâu thì cứ gọi hoặc ghé, cán bộ sẽ giúp.</p>
    </div>
    <Grid items={cards} />
    <p>
      <OpenSign open rest=", đến 17:00. Chờ trung bình 12 phút. " lang={lang} /> <a href="#8">Đặt giờ hẹn</a>
    </p>
  </>, { wide: true, after, source: "Thời hạn, lệ phí: Cổng Dịch vụ công - Bộ Công an, xem ngày 20/11/2026." });
}

function track(lang: Lang): Html {
  return resident(lang, <>
    <div>
      <p class="quiet">Hồ sơ <span class="code">H05.24-261120-0007</span></p>
      <h1>Điều chỉnh thông tin về cư trú</h1>
    </div>
    <Card>
      <StateTag state="working" lang={lang} />
      <DueMoment big distance="Hẹn trả: thứ Năm 26/11/2026" exact="trước 17:00" instant="2026-11-26T17:00:00+07:00" note="còn 3 ngày" />
      <WhyThisDate open steps={why} basis="thủ tục 1.010039, thời hạn 3 ngày làm việc" lang={lang} />
    </Card>
    <Stack>
      <h2>Bây giờ bà con cần làm gì?</h2>
      <p>Không cần làm gì thêm. Khi xong, chúng tôi nhắn tin; mang theo giấy hẹn và thẻ căn cước.</p>
    </Stack>
    <Stack>
      <h2>Việc đã làm</h2>
      <Timeline lang={lang} steps={[
        { state: "done", title: "Tiếp nhận, đủ giấy tờ", at: "20/11/2026 15:02", by: "cán bộ tiếp nhận" },
        { state: "done", title: "Kiểm tra thông tin trong cơ sở dữ liệu", at: "23/11/2026 09:40" },
        { state: "next", title: "trưởng công an ký kết quả", at: "25/11" },
        { state: "later", title: "trả kết quả tại quầy" },
      ]} />
    </Stack>
    <QrImage text="https://example.vn/tra-cuu/H05.24-261120-0007" caption="Quét để mở lại trang này" lang={lang} />
    <Row>
      <LinkButton href="#pdf" icon="download">Tải giấy hẹn (PDF)</LinkButton>
      <LinkButton href="#ask" kind="secondary" icon="message-square">Hỏi về hồ sơ này</LinkButton>
    </Row>
  </>);
}

function form(lang: Lang): Html {
  const channels = [{ value: "call", text: "Gọi điện" }, { value: "visit", text: "Gặp tại trụ sở", hint: "Trong giờ tiếp bà con" }];
  return resident(lang, <>
    <ErrorSummary lang={lang} errors={[{ name: "subject", text: "Viết việc bà con muốn nói" }, { name: "happenedOn", text: "Viết ngày như 26/11/2026" }]} />
    <form class="form" method="post" action="/sent">
      <TextField main name="subject" label="Bà con muốn nói việc gì?" hint="Một câu là đủ." error="Viết việc bà con muốn nói, ví dụ: đèn đường ngõ 4 hỏng." lang={lang} />
      <DateField name="happenedOn" label="Xảy ra ngày nào?" value="32/11" error="Viết ngày như 26/11/2026" lang={lang} optional />
      <TextArea name="body" label="Kể rõ hơn" value="Đèn đường hỏng ba hôm nay." lang={lang} optional />
      <TextField name="phone" label="Số điện thoại" type="tel" width="middle" autocomplete="tel" lang={lang} />
      <RadioGroup name="channel" label="Muốn chúng tôi trả lời bằng cách nào?" options={channels} value="visit" lang={lang} />
      <CheckGroup name="help" label="Cần giúp gì khi đến?" options={[{ value: "t", text: "Người phiên dịch tiếng dân tộc" }, { value: "w", text: "Lối đi cho xe lăn" }]} values={["w"]} error="Chọn ít nhất một dòng" lang={lang} />
      <Select name="hamlet" label="Ở thôn, tổ dân phố nào?" options={[{ value: "1", text: "Thôn Giành Cũ" }, { value: "2", text: "Tổ dân phố Kép" }]} value="2" lang={lang} />
      <FileField name="photo" label="Ảnh kèm theo" maxMegabytes="5" accept="image/*,.pdf" lang={lang} optional />
      <Row><Button big icon="send" consequence="Bà con nhận ngay một số để theo dõi.">Gửi ý kiến</Button></Row>
    </form>
    <EmptyState icon="inbox" title="Chưa có ý kiến nào" text="Ý kiến gửi xong sẽ hiện ở đây."><LinkButton href="#n" kind="quiet">Gửi ý kiến đầu tiên</LinkButton></EmptyState>
  </>);
}

function Problems({ lang }: { readonly lang: Lang }): Html {
  return (
    <>
      {(Object.keys(problemTexts) as (ProblemCode | "bug")[]).map((code) => (
        <div>
          <ProblemPage code={code} lang={lang} homeHref="/home" phone={post.phone} reference={code === "bug" ? "GD-7K2M-9QXA" : undefined} wait={code === "tooMany" ? "5 phút" : undefined} backHref="#back" signInHref="#in" />
        </div>
      ))}
    </>
  );
}

function office(lang: Lang, children: Html): Html {
  const nav = [
    [{ href: "/inbox", text: "Hộp việc", count: 23, late: true }, { href: "/matter", text: "Tiếp nhận mới", shortcut: "N" }, { href: "#queue", text: "Hàng chờ", count: 6 }, { href: "/inbox#find", text: "Tra cứu", shortcut: "/" }],
    [{ href: "#a", text: "Hồ sơ" }, { href: "#b", text: "Ý kiến", count: 4 }, { href: "#c", text: "Vụ việc" }, { href: "#d", text: "Hòa giải", count: 0 }, { href: "#e", text: "Lừa đảo", count: 1, late: true }],
    [{ href: "#f", text: "Sổ theo dõi" }, { href: "#g", text: "Báo cáo" }],
  ];
  return <OfficePage {...{ lang, nav, children }} postName={post.name} homeHref="/inbox" otherLanguageHref="?lang=en" officer={{ rank: "Thượng úy", name: "Hoàng Thị Minh", role: "cán bộ tiếp nhận" }} signOutAction="/out" current="/inbox" demo />;
}

function inbox(lang: Lang): Html {
  const row = (id: string, title: string, code: string, who: string, state: Html, due: Html) => ({ id, title, code, who, state, due });
  const groups = [
    { title: "Quá hạn", late: true, rows: [row("1", "Đăng ký tạm trú", "H05.24-261116-0003 · thôn Ngoẹn", "Trần V. H. …4471", <StateTag state="late" lang={lang} />, <DueMoment late distance="quá 16 giờ" exact="hôm qua 17:00" instant="2026-11-22T17:00+07:00" note="thư xin lỗi đã soạn" />)] },
    { title: "Hôm nay", rows: [
      row("2", "Xác nhận thông tin về cư trú", "H05.24-261123-0011 · thôn Giành Cũ", "Nguyễn T. L. …0192", <StateTag state="working" lang={lang} />, <DueMoment distance="còn 1 giờ 20" exact="11:30" instant="2026-11-23T11:30+07:00" note="½ ngày làm việc" />),
      row("3", "Điều chỉnh thông tin về cư trú", "H05.24-261120-0007 · thôn Giành Cũ", "Lê T. M. …8830", <StateTag state="toSign" lang={lang} />, <DueMoment distance="còn 7 giờ" exact="17:00" instant="2026-11-23T17:00+07:00" />),
    ] },
    { title: "Tuần này", rows: [row("4", "Ý kiến 2026/118: đèn đường ngõ 4", "hội nghị 14/11 · tổ dân phố Kép", "tập thể", <StateTag state="assigned" lang={lang} />, <DueMoment distance="còn 4 ngày" exact="thứ Sáu 27/11" instant="2026-11-27T17:00+07:00" />)] },
  ];
  return office(lang, <>
    <h1>Hộp việc</h1>
    <form action="/sent" method="get">
      <ScanField name="q" label="Tìm, hoặc quét mã" hint="Mã hồ sơ, tên không dấu, hoặc 4 số cuối" shortcut="/" camera lang={lang} />
    </form>
    <FilterChips label="Lọc" chips={[{ href: "#l", text: "Quá hạn", count: 1, danger: true }, { href: "#m", text: "Của tôi", count: 23, current: true }, { href: "#t", text: "Hôm nay", count: 5 }, { href: "#s", text: "Chờ ký", count: 3 }, { href: "#p", text: "Tạm dừng", count: 2 }]} />
    <DataTable caption="Việc đang mở, gấp trước" captionHidden groups={groups} rowId={(r) => `matter-${r.id}`} columns={[
      { title: "Việc", cell: (r) => <><a href={`/matter?${r.id}`}>{r.title}</a><Sub>{r.code}</Sub></> },
      { title: "Của ai", cell: (r) => r.who },
      { title: "Trạng thái", cell: (r) => r.state },
      { title: "Hạn", cell: (r) => r.due },
    ]} />
    <Pager lang={lang} nextHref="?after=4" firstHref="/inbox" shown="Đang xem 4 việc gấp nhất trong 23" />
  </>);
}

function matter(lang: Lang): Html {
  const states = ["draft", "received", "assigned", "working", "toSign", "done", "late", "paused", "returned", "refused"] as const;
  return office(lang, <>
    <h1>Điều chỉnh thông tin về cư trú</h1>
    <Row>{states.map((state) => <StateTag state={state} lang={lang} />)}</Row>
    <Notice kind="success" title="Đã trả kết quả lúc 09:40" announce>Giấy xác nhận đã có trong hồ sơ.</Notice>
    <Notice kind="warn" title="Còn thiếu tờ khai CT01" level={2}>Gọi bà con trước 16:00.</Notice>
    <Notice kind="info" title="Ngày 24/11 nghỉ lễ">Hạn đã tính ngày này.</Notice>
    <Notice kind="danger" title="Chưa gửi được thông báo">Số điện thoại không đúng.</Notice>
    <SummaryList lang={lang} rows={[{ term: "Người nộp", detail: "Lê T. M. …8830", changeHref: "#x" }, { term: "Nộp qua", detail: "tại quầy" }]} />
    <DataTable caption="Lệ phí" rows={[{ name: "Tại quầy", dong: "15.000 đồng" }, { name: "Trên cổng quốc gia", dong: "7.000 đồng" }]} columns={[{ title: "Cách nộp", cell: (r) => r.name }, { title: "Tiền", cell: (r) => r.dong, number: true }]} />
    <form class="form" method="post" action="/sent">
      <TextField name="note" label="Ghi chú" lang={lang} optional />
      <Row>
        <Button icon="check" shortcut="T" consequence="Bà con được nhắn tin ngay.">Trả kết quả và kết thúc</Button>
        <Button kind="danger" icon="circle-x">Từ chối</Button>
        <Button kind="secondary" icon="circle-pause">Tạm dừng</Button>
        <LinkButton kind="quiet" href={`${assetsBase}mark.pdf`} icon="printer" print>In giấy hẹn</LinkButton>
      </Row>
      <DisabledButton id="sign" icon="stamp" reason="chỉ trưởng công an ký được." lang={lang}>Ký kết quả</DisabledButton>
    </form>
  </>);
}

/** Every component, on the kind of page where it is met. */
function gallery(name: string, lang: Lang, built: Assets): string | null {
  const page = pages[name];
  return page === undefined ? null : document({ title: `${name} · Gần Dân`, lang, face: page.face, assets: built, body: page.body(lang) });
}

const types: { readonly [ending: string]: string } = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

function serve(folder: string, built: Assets): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x");
    const head = { "content-security-policy": policy, "content-type": "text/html; charset=utf-8" };
    if (url.pathname === "/sent") return response.writeHead(200, head).end(`<!doctype html><title>sent</title><p>${url.searchParams.get("q") ?? ""}</p>`);
    if (!url.pathname.startsWith(assetsBase)) {
      const html = gallery(url.pathname.slice(1), url.searchParams.get("lang") === "en" ? "en" : "vi", built);
      return response.writeHead(html === null ? 404 : 200, head).end(html ?? "");
    }
    const name = url.pathname.slice(assetsBase.length);
    if (!readdirSync(folder).includes(name)) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain" }).end(readFileSync(join(folder, name)));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** One grey picture with a QR code in its middle, as the raw video that Chromium's pretended camera plays. */
function filmOf(text: string): Buffer {
  const [width, height, scale] = [640, 480, 8];
  const code = encodeQR(text, "raw", { border: 4 });
  const [left, top] = [(width - code.length * scale) >> 1, (height - code.length * scale) >> 1];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < code.length * scale; y += 1) {
    for (let x = 0; x < code.length * scale; x += 1) {
      if (code[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) light[(top + y) * width + left + x] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 10 }, () => frame)]);
}

describe("the gallery in a real browser, under a strict policy", () => {
  let folder: string;
  let built: Assets;
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gan-dan-browser-"));
    const build = spawnSync(process.execPath, [join(root, "scripts", "build-browser.js"), join(folder, "out")], { encoding: "utf8" });
    expect(build.status, build.stderr).toBe(0);
    writeFileSync(join(folder, "camera.y4m"), filmOf("H05.24-261120-0007"));
    built = assets(JSON.parse(readFileSync(join(folder, "out", "manifest.json"), "utf8")) as Manifest);
    server = await serve(join(folder, "out"), built);
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: [...sparticuz.args, "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${join(folder, "camera.y4m")}`],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, width: number, options: { script?: boolean; zoom?: number } = {}): Promise<{ page: Page; complaints: string[] }> {
    const zoom = options.zoom ?? 1;
    const context = await browser.newContext({ viewport: { width: Math.round(width / zoom), height: 800 }, deviceScaleFactor: zoom, javaScriptEnabled: options.script ?? true, permissions: ["camera"] });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${origin}/${name}`);
    return { page, complaints };
  }

  const widths = [{ width: 320, zoom: 1 }, { width: 390, zoom: 1 }, { width: 1320, zoom: 1 }, { width: 1320, zoom: 2 }];
  test.each(Object.keys(pages).flatMap((name) => widths.map((size) => ({ name, ...size }))))(
    "$name at $width px and zoom $zoom: nothing to scroll sideways, nothing against the policy, nothing that axe finds",
    async ({ name, width, zoom }) => {
      const { page, complaints } = await open(name, width, { zoom });
      await page.evaluate("document.fonts.ready");
      if (process.env["SHOTS"] !== undefined) {
        mkdirSync(join(root, "shots"), { recursive: true });
        await page.screenshot({ path: join(root, "shots", `${name}-${width}-${zoom}.png`), fullPage: true });
      }
      expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
      const found = (await new AxeBuilder({ page }).analyze()).violations;
      expect(found.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} ${n.failureSummary ?? ""}`).join(" | ")}`)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
