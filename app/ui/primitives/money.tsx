import { formatVnd } from "~/platform/money";
import type { Language } from "~/platform/language";

/** `185.000 đ`; never broken over two lines. */
export function Money({ amountVnd, language }: { amountVnd: number; language: Language }) {
  return <span className="num whitespace-nowrap">{formatVnd(amountVnd, language)}</span>;
}
