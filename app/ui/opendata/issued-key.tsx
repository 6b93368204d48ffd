import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Issued = { key: string; consumer: string; expiresOn: string };

/** A key to be handed over; this page is the only place where it ever stands. */
export function IssuedKey({ issued }: { issued: Issued }) {
  const t = useT();
  const mark = useMark();
  const { key, consumer, expiresOn } = issued;
  return (
    <>
      <h1 className="text-3xl">{t("opendata.keyOnceTitle")}</h1>
      <Notice tone="good" title={t("opendata.keyOnce")} />
      <p className="mt-4">
        {t("opendata.keyFor", { consumer: mark(consumer), date: formatDate(expiresOn) })}
      </p>
      <p
        className="mt-3 rounded border border-line bg-raised p-3 font-mono text-lg break-all select-all"
        translate="no"
      >
        {key}
      </p>
      <p className="mt-6">
        <a className="button button-main" href={paths.dataKeys()}>
          {t("opendata.keysBack")}
        </a>
      </p>
    </>
  );
}
