import type { CertificateEntry, CodePlace } from "~/domain/certificates/types";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

/** What a household states of its certificate, line by line, for whoever holds it against the paper. */
export function CertificateFacts(props: {
  one: CertificateEntry;
  /** What is known of the units in its code; null where it has none. */
  place: CodePlace | null;
  sameCodeCount: number;
}) {
  const t = useT();
  const mark = useMark();
  const { one, place, sameCodeCount } = props;
  return (
    <FactList>
      <FactRow term={t("certificates.starsTerm")}>
        {t("certificates.stars", { stars: one.stars })}
      </FactRow>
      <FactRow term={t("certificates.decision")}>{mark(one.decisionNumber, "vi")}</FactRow>
      <FactRow term={t("certificates.level")}>{t(`certificates.level_${one.issuerLevel}`)}</FactRow>
      <FactRow term={t("certificates.issuer")}>{mark(one.issuerName, "vi")}</FactRow>
      <FactRow term={t("certificates.dayLabel")}>
        <LocalDay date={one.issuedOn} />
      </FactRow>
      <FactRow term={t("certificates.validUntil")}>
        <LocalDay date={one.expiresOn} />
      </FactRow>
      <FactRow term={t("certificates.code")}>
        {one.ocopCode === null ? (
          <span className="text-soft">{t("certificates.codeNone")}</span>
        ) : (
          <span className="num">{one.ocopCode}</span>
        )}
        {place === null ? null : (
          <span className="block text-soft">{placeText(t, mark, place)}</span>
        )}
        {sameCodeCount === 0 ? null : (
          <span className="block font-medium text-persimmon">
            {t("certificates.codeSame", { count: sameCodeCount })}
          </span>
        )}
      </FactRow>
      <FactRow term={t("certificates.products")}>
        <ul>
          {one.products.map(({ id, name }) => (
            <li key={id}>{mark(name, "vi")}</li>
          ))}
        </ul>
      </FactRow>
      {one.renews === null ? null : (
        <FactRow term={t("certificates.renews")}>{mark(one.renews.decisionNumber, "vi")}</FactRow>
      )}
    </FactList>
  );
}

function placeText(
  t: ReturnType<typeof useT>,
  mark: ReturnType<typeof useMark>,
  { communeName, isFormer }: CodePlace,
): string {
  if (communeName === null) return t("certificates.codePlaceUnknown");
  const place = mark(communeName, "vi");
  return isFormer ? t("certificates.codePlaceFormer", { place }) : place;
}
