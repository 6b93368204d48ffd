import { Parser } from "saxen";
import { letOthersWork } from "~/platform/db.server";

type Handlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const SLICE_LENGTH = 128 * 1024;

/**
 * Reads XML from its beginning to its end, or until `until` says that it is enough; in slices, so that others are answered
 * meanwhile. Names come without the prefix of their namespace. False when it is not well-formed. Entities of a document's
 * own are not resolved.
 */
export async function readXml(
  xml: string,
  handlers: Handlers,
  until?: () => boolean,
): Promise<boolean> {
  const parser = new Parser();
  let isSound = true;
  parser.on("error", () => {
    isSound = false;
    parser.stop();
  });
  parser.on("openTag", (name, attributes) => handlers.open?.(localName(name), attributes()));
  parser.on("closeTag", (name) => handlers.close?.(localName(name)));
  parser.on("text", (text, decode) => handlers.text?.(decode(text)));
  parser.on("cdata", (text) => handlers.text?.(text));
  for (let start = 0; start < xml.length; start += SLICE_LENGTH) {
    parser.write(xml.slice(start, start + SLICE_LENGTH));
    if (!isSound || until?.()) return isSound;
    await letOthersWork();
  }
  parser.end();
  return isSound;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
