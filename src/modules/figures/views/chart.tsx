import { formatMonth } from "../../../base/day/format.ts";
import type { Day } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { indicatorTexts as t } from "../texts/indicators.ts";

/** A month's share in percent; null: too few to tell. */
export type Point = { readonly month: Day; readonly percent: number | null };

const width = 480;
const height = 150;
const top = 22;
const floor = 124;
const slot = width / 12;

/** Twelve months of one indicator as bars from 0 to 100, drawn on the server. Every figure is written on its bar and stands in a table too. */
export function MonthChart({ name, points, lang }: { readonly name: string; readonly points: readonly Point[]; readonly lang: Lang }): Html {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.every(({ percent }) => percent === null)) {
    return (
      <figure class="chart">
        <figcaption>{t.chart[lang](name)}</figcaption>
        <p class="quiet">{t.noChart[lang]}</p>
      </figure>
    );
  }
  return (
    <figure class="chart">
      <figcaption>{t.chart[lang](name)}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.chartOf[lang](name, formatMonth(first.month, lang), formatMonth(last.month, lang))}>
        <line class="chart-floor" x1="0" y1={floor} x2={width} y2={floor} />
        {points.map((point, i) => (
          <Bar {...point} x={i * slot} />
        ))}
      </svg>
    </figure>
  );
}

function Bar({ month, percent, x }: Point & { readonly x: number }): Html {
  const tall = percent === null ? 0 : ((floor - top) * percent) / 100;
  const middle = x + slot / 2;
  return (
    <g>
      {percent === null ? (
        <line class="chart-gap" x1={x + 12} y1={floor - 4} x2={x + slot - 12} y2={floor - 4} />
      ) : (
        <>
          <rect class="chart-bar" x={x + 6} y={floor - tall} width={slot - 12} height={tall} rx="2" />
          <text class="chart-value" x={middle} y={floor - tall - 6}>
            {percent}
          </text>
        </>
      )}
      <text class="chart-month" x={middle} y={height - 8}>
        {Number(month.slice(5, 7))}/{month.slice(2, 4)}
      </text>
    </g>
  );
}
