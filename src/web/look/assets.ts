/** The addresses of the built files, as the pages name them. */
export type Assets = {
  readonly styles: { readonly look: string; readonly office: string; readonly screen: string };
  readonly scripts: { readonly office: string; readonly screen: string; readonly push: string; readonly offline: string; readonly outbox: string };
  /** The four font files of every page: Latin and Vietnamese letters, regular and semibold. */
  readonly fonts: readonly string[];
  readonly mark: string;
};

/** `dist/browser/manifest.json` as Vite writes it. */
export type Manifest = { readonly [source: string]: { readonly file: string } };

/** Where the server serves `dist/browser`; every name below it changes with its content, but for those of workers. */
export const assetsBase = "/tai-san/";

/**
 * Scripts that a browser runs with no page open: when a message comes, and when a page is asked for without a network. They keep their names,
 * under which browsers look for newer ones, and each says what it speaks for when it is registered.
 */
export const workers: readonly string[] = ["push-worker", "offline-worker"];

/**
 * The addresses of the built files.
 *
 * @throws Error when the manifest lacks a file, that is when the browser build is missing or older than this code
 */
export function assets(manifest: Manifest): Assets {
  const address = (source: string): string => {
    const entry = manifest[source];
    if (entry === undefined) throw new Error(`The browser build has no "${source}": run node scripts/build-browser.js`);
    return assetsBase + entry.file;
  };
  const fonts = Object.keys(manifest)
    .filter((source) => source.endsWith(".woff2"))
    .sort();
  if (fonts.length === 0) throw new Error("The browser build has no fonts: run node scripts/build-browser.js");
  return {
    styles: { look: address("src/web/look/css/look.css"), office: address("src/web/look/css/office.css"), screen: address("src/web/look/css/screen.css") },
    scripts: {
      office: address("src/browser/office.ts"),
      screen: address("src/browser/screen.ts"),
      push: address("src/browser/push.ts"),
      offline: address("src/browser/offline.ts"),
      outbox: address("src/browser/outbox.ts"),
    },
    fonts: fonts.map(address),
    mark: address("src/web/look/mark.svg"),
  };
}
