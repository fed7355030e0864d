import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { doorTexts as t } from "../texts/resident.ts";

export type Called = { readonly number: string; readonly desk: number; readonly now: boolean };
export type BoardProps = { readonly lang: Lang; readonly called: readonly Called[]; readonly waiting: number };

/** Numbers and desks, nothing else: the part that changes. */
export function Board({ lang, called, waiting }: BoardProps): Html {
  return (
    <>
      {called.length === 0 ? (
        <p class="board-empty">{t.nobodyCalled[lang]}</p>
      ) : (
        <table class="board">
          <caption class="sr-only">{t.screenTitle[lang]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.number[lang]}</th>
              <th scope="col">{t.desk[lang]}</th>
            </tr>
          </thead>
          <tbody>
            {called.map(({ number, desk, now }) => (
              <tr class={now ? "board-now" : undefined}>
                <th scope="row">
                  {number}
                  {now && <span class="sr-only"> {t.nowCalled[lang]}</span>}
                </th>
                <td>{desk}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="board-waiting">{t.waiting[lang](waiting)}</p>
    </>
  );
}

/** The screen of the waiting room. The script puts each new board in the place of the old one and speaks what is new. */
export function ScreenBody({ postName, streamHref, ...board }: BoardProps & { readonly postName: string; readonly streamHref: string }): Html {
  const { lang } = board;
  return (
    <>
      <header class="board-head">
        <h1>{t.screenTitle[lang]}</h1>
        <p>{postName}</p>
        <button type="button" class="ds-button" data-variant="secondary" data-speak aria-pressed="false" data-on={t.speakOn[lang]} data-off={t.speakOff[lang]} hidden>
          {t.speakOn[lang]}
        </button>
      </header>
      <p class="board-lost" role="alert" data-lost hidden>
        {t.lost[lang]}
      </p>
      <div id="board" role="status" data-stream={streamHref}>
        <Board {...board} />
      </div>
    </>
  );
}
