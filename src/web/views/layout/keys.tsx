import type { Lang } from "../../../base/lang.ts";
import { Icon } from "../../look/icons/icon.tsx";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";

/** The list of keys. A popover, so that its button works without script too. */
export function KeysPanel({ lang }: { readonly lang: Lang }): Html {
  const rows = [
    ["N", texts.keyNew[lang]],
    ["/", texts.keySearch[lang]],
    ["?", texts.keyHelp[lang]],
    ["J K, ↓ ↑", texts.keyRows[lang]],
    ["Enter", texts.keyEnter[lang]],
    ["X", texts.keyTick[lang]],
    ["A", texts.keyAssign[lang]],
    ["Esc", texts.keyEscape[lang]],
  ] as const;
  return (
    <div class="keys" id="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">{texts.keys[lang]}</h2>
      <dl>
        {rows.map(([key, meaning]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p class="quiet">{texts.keysNote[lang]}</p>
      <p>
        <button type="button" class="ds-button" data-variant="secondary" popovertarget="keys" popovertargetaction="hide">
          <Icon name="x" /> {texts.close[lang]}
        </button>
      </p>
    </div>
  );
}
