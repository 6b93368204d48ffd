import { dataKeyState, type DataKey } from "~/domain/identity/data-key";
import { formatDate, formatInstant, type LocalDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";

type KeysProps = { keys: readonly DataKey[]; today: LocalDate };

/** The keys that were issued, and which of them open something. */
export function DataKeysTable({ keys, today }: KeysProps) {
  const t = useT();
  return (
    <ScrollRegion label={t("opendata.keysScroll")}>
      <table className="table">
        <caption className="sr-only">{t("opendata.keysCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("opendata.keyConsumer")}</th>
            <th scope="col">{t("opendata.keyState")}</th>
            <th scope="col">{t("opendata.keyExpires")}</th>
            <th scope="col">{t("opendata.keyLastUsed")}</th>
            <th scope="col">{t("opendata.keyIssued")}</th>
            <th scope="col">{t("opendata.keyAction")}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Row key={key.id} dataKey={key} today={today} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ dataKey, today }: { dataKey: DataKey; today: LocalDate }) {
  const t = useT();
  const mark = useMark();
  const { id, publicId, consumer, createdBy, createdAt, expiresOn, lastUsedOn } = dataKey;
  const state = dataKeyState(dataKey, today);
  return (
    <tr>
      <th scope="row" className="min-w-48 whitespace-normal">
        {mark(consumer)}
        <span className="block font-mono text-sm font-normal text-soft" translate="no">
          cpk_{publicId}…
        </span>
      </th>
      <td className={state === "valid" ? "font-semibold" : "text-soft"}>
        {t(`opendata.keyState_${state}`)}
      </td>
      <td className="num">{formatDate(expiresOn)}</td>
      <td className="num">
        {lastUsedOn === null ? t("opendata.keyNeverUsed") : formatDate(lastUsedOn)}
      </td>
      <td className="num min-w-36 whitespace-normal">
        {t("opendata.keyBy", { time: formatInstant(createdAt), name: createdBy })}
      </td>
      <td className="relative">
        {state === "valid" ? (
          <a
            className="inline-flex min-h-12 items-center underline"
            href={paths.dataKeyRevocation(id)}
          >
            {t("opendata.keyRevoke")}
            <span className="sr-only"> {mark(consumer)}</span>
          </a>
        ) : null}
      </td>
    </tr>
  );
}
