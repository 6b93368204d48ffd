import { RETURN_TABS, type ReturnTab } from "~/domain/returns/return-tabs";
import type { Translate } from "~/web/i18n";

/** The lists of a desk as links. */
export function returnTabs(
  t: Translate,
  of: { current: ReturnTab; hrefOf: (tab: ReturnTab) => string },
): { href: string; text: string; isCurrent: boolean }[] {
  return RETURN_TABS.map((tab) => ({
    href: of.hrefOf(tab),
    text: t(`returns.tab_${tab}`),
    isCurrent: tab === of.current,
  }));
}
