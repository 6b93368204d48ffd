import type { JoiningFact } from "~/domain/joining/joining-items";
import { useDesk } from "~/ui/households/use-desk";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export type Way = { text: string; href: string | null };

/** Where a household makes it so that the software knows it; no address where only the household itself may. */
export function useFactWay(): (fact: JoiningFact) => Way {
  const t = useT();
  const language = useLanguage();
  const { query, may } = useDesk();
  return (fact) => {
    const text = t(`joining.go_${fact}`);
    switch (fact) {
      case "payout_account":
        return { text, href: may("payout_account.edit") ? paths.payoutAccount(query) : null };
      case "tax_code":
        return { text, href: paths.householdPapers(query) };
      case "phone_proven":
        return { text, href: may("household.declare") ? paths.codeRequest(language) : null };
      case "product_sent":
        return { text, href: may("product.edit") ? paths.newProduct(query) : null };
      case "certificate_confirmed":
        return { text, href: may("certificate.submit") ? paths.certificates(query) : null };
    }
  };
}
