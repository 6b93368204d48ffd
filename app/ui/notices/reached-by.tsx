import { maskPhone } from "~/domain/identity/phone";
import type { BuyerReach } from "~/domain/notices/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { TellMe } from "./tell-me";

/** How the buyer hears what happens next; says nothing that is not so. */
export function ReachedBy(props: {
  reach: BuyerReach;
  buyerPhone: string;
  link: { code: string; key: string };
  browserCount: number;
  told: string | null;
}) {
  const { reach, buyerPhone, link, browserCount, told } = props;
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {reach.phone === null ? null : (
        <p className="no-print mt-4">
          {t(`notices.reachedBy_${reach.phone}`, { phone: maskPhone(buyerPhone) })}
        </p>
      )}
      <TellMe
        action={paths.orderBrowser(language, link.code, link.key)}
        publicKey={reach.publicKey}
        browserCount={browserCount}
        told={told}
      />
    </>
  );
}
