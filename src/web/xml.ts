import { create } from "xmlbuilder2";

/** One element by its name: texts, attributes as "@name", the text beside them as "#", lists for what is repeated; what is null is left out. */
export type XmlTree = { readonly [name: string]: XmlValue };
type XmlValue = string | XmlTree | null | undefined | readonly (string | XmlTree)[];

/** A whole XML document in UTF-8. Characters that XML does not know are dropped from texts. */
export function xmlOf(tree: XmlTree): string {
  return `${create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "" }, tree).end({ prettyPrint: true })}\n`;
}
