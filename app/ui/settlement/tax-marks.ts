import type { WithholdingRow } from "~/domain/settlement/types-tax";
import type { IconName, Tone } from "~/ui/households/icon";

export const TAX_MARKS: Record<WithholdingRow["state"], { icon: IconName; tone: Tone }> = {
  in_force: { icon: "check", tone: "leaf" },
  coming: { icon: "clock", tone: "honey" },
  past: { icon: "stop", tone: "quiet" },
  replaced: { icon: "cross", tone: "quiet" },
  waiting: { icon: "clock", tone: "honey" },
  withdrawn: { icon: "cross", tone: "quiet" },
  lapsed: { icon: "cross", tone: "quiet" },
};

/** `1,5 %`; in English `1.5 %`. */
export function percentText(bps: number, language: string): string {
  const text = String(bps / 100);
  return `${language === "en" ? text : text.replace(".", ",")} %`;
}
