import { unescapeText } from "./escaped-text";
import { readXml } from "./read-xml.server";

const MAX_SHARED = 400_000;

/** The texts that cells share; null when the part is not well-formed, none when there is no such part. */
export async function readSharedTexts(xml: string): Promise<string[] | null> {
  const texts: string[] = [];
  if (xml === "") return texts;
  let text = "";
  let isText = false;
  let isReading = false; // how a word is pronounced stands beside it, and is not read
  const isSound = await readXml(
    xml,
    {
      open: (name) => {
        if (name === "si") text = "";
        if (name === "rPh") isReading = true;
        if (name === "t") isText = !isReading;
      },
      close: (name) => {
        if (name === "si") texts.push(unescapeText(text));
        if (name === "rPh") isReading = false;
        if (name === "t") isText = false;
      },
      text: (part) => {
        if (isText) text += part;
      },
    },
    () => texts.length > MAX_SHARED,
  );
  return isSound ? texts : null;
}
