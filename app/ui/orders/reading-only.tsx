import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export type Reading = {
  code: string;
  key: string;
  isBuyerGone: boolean;
  /** Masked, where the link that does more can be sent to; null: nothing of ours reaches a phone. */
  phone: string | null;
  isSent: boolean;
};

/** On a page without buttons why it has none: its buyer is gone, or it was found by number and phone; then the way to those. */
export function ReadingOnly({ reading }: { reading: Reading | null }) {
  const t = useT();
  if (reading === null) return null;
  if (reading.isBuyerGone) {
    return (
      <Notice tone="plain" title={t("orders.buyerGone")}>
        <p>{t("orders.buyerGoneText")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain" title={t("orders.readingOnly")}>
      <p>{t("orders.readingOnlyText")}</p>
      <LostLink reading={reading} />
    </Notice>
  );
}

function LostLink({ reading }: { reading: Reading }) {
  const { code, key, phone, isSent } = reading;
  const t = useT();
  const language = useLanguage();
  if (phone === null) return <p className="mt-2">{t("orders.linkByPhone")}</p>;
  if (isSent) return <p className="mt-2 font-semibold">{t("orders.linkSent", { phone })}</p>;
  return (
    <form method="post" action={paths.askedLink(language, { code, key })} className="mt-3">
      <button className="button button-quiet">{t("orders.linkSend", { phone })}</button>
    </form>
  );
}
