import { encodeQR } from "qr";
import type { Lang } from "../../base/lang.ts";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";

// ISO/IEC 18004 asks for a quiet zone of four modules around the symbol.
const quietZone = 4;

/** A QR code as a drawing in the page. `caption` stands below it; screen readers hear the text it holds. */
export function QrImage({ text, caption, lang }: { readonly text: string; readonly caption?: string | undefined; readonly lang: Lang }): Html {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${modules.length} ${modules.length}`} width="192" height="192" role="img" aria-label={texts.qrLabel[lang](text)}>
        <path fill="#000" shape-rendering="crispEdges" d={modules.map(drawLine).join("")} />
      </svg>
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** The dark runs of one line, each as a rectangle one module high. */
function drawLine(line: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < line.length; x += 1) {
    if (line[x] !== true) continue;
    let end = x;
    while (line[end] === true) end += 1;
    path += `M${x} ${y}h${end - x}v1H${x}z`;
    x = end;
  }
  return path;
}
