import { coverPhones, jsonWithoutPhones } from "~/domain/identity/phone-in-text";
import { formatVnd } from "~/platform/money";
import { formatExact } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";

const SHORT_MAX = 120;
/** Milliseconds since 2001. */
const INSTANT_MIN = 10 ** 12;

/** What stands in a field, in words. `short`: long values are cut, and people's phones covered. */
export function useShown(length: "short" | "whole") {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  return (field: string, value: unknown): string => {
    if (value === undefined) return "—";
    if (value === null) return t("audit.nothing");
    if (typeof value === "boolean") return value ? t("audit.yes") : t("audit.no");
    if (typeof value === "number") {
      if (field.endsWith("Vnd")) return formatVnd(value, language);
      const isInstant = /(?:At|Until)$/.test(field) && value >= INSTANT_MIN;
      return isInstant ? formatExact(value) : String(value);
    }
    const words = length === "whole" ? wholeOf(value) : shortOf(value);
    return mark(words);
  };
}

function wholeOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

function shortOf(value: unknown): string {
  const words = typeof value === "string" ? coverPhones(value) : jsonWithoutPhones(value);
  return words.length > SHORT_MAX ? `${words.slice(0, SHORT_MAX)}…` : words;
}
