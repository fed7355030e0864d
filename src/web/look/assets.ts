/** The addresses of the built files, as the pages name them. */
export type Assets = {
  readonly styles: { readonly look: string; readonly office: string; readonly screen: string };
  readonly scripts: { readonly office: string; readonly screen: string; readonly push: string; readonly offline: string };
  /** The four font files of every page: Latin and Vietnamese letters, regular and semibold. */
  readonly fonts: readonly string[];
  readonly mark: string;
};

/** The script by which a page opens without a network. It keeps one name: its page is kept longer than a build. */
export const offlineWorker = "offline-worker.js";

/** `dist/browser/manifest.json` as Vite writes it. */
export type Manifest = { readonly [source: string]: { readonly file: string } };

/** Where the server serves `dist/browser`; every name below it changes with its content. */
export const assetsBase = "/tai-san/";

/** The script that a browser runs when a message comes: it lies here under `dist/browser`, and stands at the top of the house. */
export const workerFile = "nhan-tin.js";

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
    },
    fonts: fonts.map(address),
    mark: address("src/web/look/mark.svg"),
  };
}
