import { useDesk } from "~/ui/households/use-desk";
import { useLang } from "~/ui/in-language";
import { translatorFor } from "~/web/i18n";
import { QrPicture } from "./stall-qr-card";

/** A sheet for the stall's wall: big enough to be scanned from two steps away, with the name to compare. */
export function StallSheet(props: {
  svg: string;
  title: string;
  bankName: string;
  accountNumber: string;
  accountName: string;
}) {
  const t = translatorFor("vi");
  const { current } = useDesk();
  return (
    <section className="stall-sheet" lang={useLang("vi")} aria-label={props.title}>
      <p className="text-2xl font-bold">{current?.name}</p>
      <p className="mt-2 text-3xl font-bold">{t("stalls.sheetScan")}</p>
      <QrPicture svg={props.svg} title={props.title} />
      <p className="text-2xl font-bold">{props.accountName}</p>
      <p className="num text-xl">{`${props.bankName} ${props.accountNumber}`}</p>
      <p className="mt-3">{t("stalls.sheetCheck")}</p>
    </section>
  );
}
