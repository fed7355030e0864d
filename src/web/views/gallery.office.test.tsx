import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Lang } from "../../base/lang.ts";
import { assetsBase } from "../look/assets.ts";
import { Button, DisabledButton, LinkButton } from "./button.tsx";
import { ScanField } from "./form/scan.tsx";
import { TextField } from "./form/text.tsx";
import { filmOf, type Gallery, Stage } from "./gallery.stage.ts";
import type { Html } from "./html.ts";
import { OfficePage } from "./layout/office.tsx";
import { Notice, Row, SummaryList } from "./parts.tsx";
import { DueMoment, StateTag } from "./state.tsx";
import { DataTable, FilterChips, Pager, Sub } from "./table.tsx";

/** What officers meet. */
const gallery: Gallery = { inbox, matter };

function office(lang: Lang, children: Html): Html {
  const nav = [
    [
      { href: "/inbox", text: "Hộp việc", count: 23, late: true },
      { href: "/matter", text: "Tiếp nhận mới", shortcut: "N" },
      { href: "#queue", text: "Hàng chờ", count: 6 },
      { href: "/inbox#find", text: "Tra cứu", shortcut: "/" },
    ],
    [
      { href: "#a", text: "Hồ sơ" },
      { href: "#b", text: "Ý kiến", count: 4 },
      { href: "#c", text: "Vụ việc" },
      { href: "#d", text: "Hòa giải", count: 0 },
      { href: "#e", text: "Lừa đảo", count: 1, late: true },
    ],
    [
      { href: "#f", text: "Sổ theo dõi" },
      { href: "#g", text: "Báo cáo" },
    ],
  ];
  return (
    <OfficePage
      {...{ lang, nav, children }}
      postName="Công an phường Phượng Sơn"
      homeHref="/inbox"
      otherLanguageHref="?lang=en"
      officer={{ rank: "Thượng úy", name: "Hoàng Thị Minh", role: "cán bộ tiếp nhận" }}
      signOutAction="/out"
      current="/inbox"
      demo
    />
  );
}

function inbox(lang: Lang): Html {
  const groups = [
    {
      title: "Quá hạn",
      late: true,
      rows: [
        {
          id: "1",
          title: "Đăng ký tạm trú",
          code: "H05.24-261116-0003 · thôn Ngoẹn",
          who: "Trần V. H. …4471",
          state: <StateTag state="late" lang={lang} />,
          due: <DueMoment late distance="quá 16 giờ" exact="hôm qua 17:00" instant="2026-11-22T17:00+07:00" note="thư xin lỗi đã soạn" />,
        },
      ],
    },
    {
      title: "Hôm nay",
      rows: [
        {
          id: "2",
          title: "Xác nhận thông tin về cư trú",
          code: "H05.24-261123-0011 · thôn Giành Cũ",
          who: "Nguyễn T. L. …0192",
          state: <StateTag state="working" lang={lang} />,
          due: <DueMoment distance="còn 1 giờ 20" exact="11:30" instant="2026-11-23T11:30+07:00" note="½ ngày làm việc" />,
        },
        {
          id: "3",
          title: "Điều chỉnh thông tin về cư trú",
          code: "H05.24-261120-0007 · thôn Giành Cũ",
          who: "Lê T. M. …8830",
          state: <StateTag state="toSign" lang={lang} />,
          due: <DueMoment distance="còn 7 giờ" exact="17:00" instant="2026-11-23T17:00+07:00" />,
        },
      ],
    },
    {
      title: "Tuần này",
      rows: [
        {
          id: "4",
          title: "Ý kiến 2026/118: đèn đường ngõ 4",
          code: "hội nghị 14/11 · tổ dân phố Kép",
          who: "tập thể",
          state: <StateTag state="assigned" lang={lang} />,
          due: <DueMoment distance="còn 4 ngày" exact="thứ Sáu 27/11" instant="2026-11-27T17:00+07:00" />,
        },
      ],
    },
  ];
  return office(
    lang,
    <>
      <h1>Hộp việc</h1>
      <form action="/sent" method="get">
        <ScanField name="q" label="Tìm, hoặc quét mã" hint="Mã hồ sơ, tên không dấu, hoặc 4 số cuối" shortcut="/" camera lang={lang} />
      </form>
      <FilterChips
        label="Lọc"
        chips={[
          { href: "#l", text: "Quá hạn", count: 1, danger: true },
          { href: "#m", text: "Của tôi", count: 23, current: true },
          { href: "#t", text: "Hôm nay", count: 5 },
          { href: "#s", text: "Chờ ký", count: 3 },
          { href: "#p", text: "Tạm dừng", count: 2 },
        ]}
      />
      <DataTable
        caption="Việc đang mở, gấp trước"
        captionHidden
        groups={groups}
        rowId={(r) => `matter-${r.id}`}
        columns={[
          {
            title: "Việc",
            cell: (r) => (
              <>
                <a href={`/matter?${r.id}`}>{r.title}</a>
                <Sub>{r.code}</Sub>
              </>
            ),
          },
          { title: "Của ai", cell: (r) => r.who },
          { title: "Trạng thái", cell: (r) => r.state },
          { title: "Hạn", cell: (r) => r.due },
        ]}
      />
      <Pager lang={lang} nextHref="?after=4" firstHref="/inbox" shown="Đang xem 4 việc gấp nhất trong 23" />
    </>,
  );
}

function matter(lang: Lang): Html {
  const states = ["draft", "received", "assigned", "working", "toSign", "done", "late", "paused", "returned", "refused"] as const;
  return office(
    lang,
    <>
      <h1>Điều chỉnh thông tin về cư trú</h1>
      <Row>
        {states.map((state) => (
          <StateTag state={state} lang={lang} />
        ))}
      </Row>
      <Notice kind="success" title="Đã trả kết quả lúc 09:40" announce>
        Giấy xác nhận đã có trong hồ sơ.
      </Notice>
      <Notice kind="warn" title="Còn thiếu tờ khai CT01" level={2}>
        Gọi bà con trước 16:00.
      </Notice>
      <Notice kind="info" title="Ngày 24/11 nghỉ lễ">
        Hạn đã tính ngày này.
      </Notice>
      <Notice kind="danger" title="Chưa gửi được thông báo">
        Số điện thoại không đúng.
      </Notice>
      <SummaryList
        lang={lang}
        rows={[
          { term: "Người nộp", detail: "Lê T. M. …8830", changeHref: "#x" },
          { term: "Nộp qua", detail: "tại quầy" },
        ]}
      />
      <DataTable
        caption="Lệ phí"
        rows={[
          { name: "Tại quầy", dong: "15.000 đồng" },
          { name: "Trên cổng quốc gia", dong: "7.000 đồng" },
        ]}
        columns={[
          { title: "Cách nộp", cell: (r) => r.name },
          { title: "Tiền", cell: (r) => r.dong, number: true },
        ]}
      />
      <form class="form" method="post" action="/sent">
        <TextField name="note" label="Ghi chú" lang={lang} optional />
        <Row>
          <Button icon="check" shortcut="T" consequence="Bà con được nhắn tin ngay.">
            Trả kết quả và kết thúc
          </Button>
          <Button kind="danger" icon="circle-x">
            Từ chối
          </Button>
          <Button kind="secondary" icon="circle-pause">
            Tạm dừng
          </Button>
          <LinkButton kind="quiet" href={`${assetsBase}mark.pdf`} icon="printer" print>
            In giấy hẹn
          </LinkButton>
        </Row>
        <DisabledButton id="sign" icon="stamp" reason="chỉ trưởng công an ký được." lang={lang}>
          Ký kết quả
        </DisabledButton>
      </form>
    </>,
  );
}

describe("the pages of officers in a real browser, under a strict policy", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = new Stage(gallery, "office", process.env["SHOTS"] !== undefined);
    const film = join(stage.folder, "camera.y4m");
    writeFileSync(film, filmOf("H05.24-261120-0007"));
    await stage.open(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`]);
  });
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test.each(Object.keys(gallery))("%s has no fault on a phone, on a desk, enlarged or on paper, in either language", async (name) => {
    expect(await stage.everyFaultOf(name)).toEqual([]);
  });

  test("keys lead where they say, and are only letters inside a field", async () => {
    const { page } = await stage.show("inbox");
    await page.keyboard.press("/");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("field-q");
    await page.keyboard.type("Nn?/", { delay: 90 });
    expect(await page.inputValue("#field-q")).toBe("Nn?/");
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await page.locator("#keys").waitFor({ state: "visible" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Xác nhận thông tin về cư trú");
    await page.keyboard.press("n");
    await page.waitForURL("**/matter");
  });

  test("a scan finds its way into the field and sends it, wherever the cursor stands", async () => {
    const { page } = await stage.show("inbox");
    await page.keyboard.type("N05.24-261120-0007/n");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sent?**");
    expect(await page.textContent("p")).toBe("N05.24-261120-0007/n");
  });

  test("the camera reads a code and sends it", async () => {
    const { page, complaints } = await stage.show("inbox");
    await page.locator("button[data-camera]").click();
    await page.waitForURL("**/sent?**");
    expect(await page.textContent("p")).toBe("H05.24-261120-0007");
    expect(complaints).toEqual([]);
  });

  test("without script the sections and the keys still open on a phone, and no camera is offered", async () => {
    const { page } = await stage.show("inbox", { script: false });
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.locator("#nav").isVisible()).toBe(false);
    await page.locator("button[popovertarget=nav]").click();
    expect(await page.locator("#nav").isVisible()).toBe(true);
    expect(await page.locator("button[data-camera]").isVisible()).toBe(false);
  });

  test("htmx brings a part of a page under the strict policy", async () => {
    const { page, complaints } = await stage.show("matter");
    await page.evaluate(
      `document.querySelector("#main").insertAdjacentHTML("afterbegin", '<button id="bring" hx-get="/sent?q=brought" hx-target="#main">x</button>'); htmx.process(document.body);`,
    );
    await page.locator("#bring").click();
    await expect.poll(() => page.textContent("#main")).toContain("brought");
    expect(complaints).toEqual([]);
  });

  test("printing opens the paper in the page itself", async () => {
    const { page } = await stage.show("matter");
    await page.locator("a[data-print]").click();
    expect(await page.locator("iframe.print-frame").getAttribute("src")).toContain("mark.pdf");
    expect(page.url()).toContain("/matter");
  });
});
