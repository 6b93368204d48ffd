import type { CertificateState } from "~/domain/certificates/certificate-status";
import type { DeskCertificate } from "~/domain/certificates/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CertificateMark } from "./certificate-mark";
import { CertificateStars } from "./certificate-stars";
import { CertificateReason } from "./certificate-reason";

/** The certificates of a household, each with how it stands and the way on. */
export function OwnCertificates({ certificates }: { certificates: readonly DeskCertificate[] }) {
  const t = useT();
  if (certificates.length === 0) return <EmptyState title={t("certificates.listEmpty")} />;
  return (
    <ul className="mt-6 border-t border-line">
      {certificates.map((one) => (
        <OwnCertificate key={one.id} one={one} />
      ))}
    </ul>
  );
}

function OwnCertificate({ one }: { one: DeskCertificate }) {
  const t = useT();
  const mark = useMark();
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-60 text-lg">
          <CertificateStars one={one} />{" "}
          <span className="wrap-anywhere">{mark(one.decisionNumber, "vi")}</span>
          {one.isSample ? <SampleMark /> : null}
        </h2>
        <CertificateMark one={one} />
      </div>
      <p>{one.productNames.map((name) => mark(name, "vi")).join(", ")}</p>
      <p className="text-soft">
        {mark(one.issuerName, "vi")} · <LocalDay date={one.issuedOn} />
      </p>
      <p className="text-soft">
        {t("certificates.validUntil")} <LocalDay date={one.expiresOn} />
      </p>
      <CertificateReason one={one} />
      <WayOn one={one} />
    </li>
  );
}

const WAYS = {
  draft: { way: "draft", isMain: true },
  withdrawn: { way: "mend", isMain: false },
  sent_back: { way: "mend", isMain: true },
  sent: { way: "see", isMain: false },
  valid: { way: "see", isMain: false },
  ending: { way: "renew", isMain: true },
  expired: { way: "renew", isMain: false },
  revoked: { way: "see", isMain: false },
} as const satisfies Record<CertificateState, { way: string; isMain: boolean }>;
const SEE = { way: "see", isMain: false } as const;

/** What its household does about it next; where another follows it already, nothing but see it. */
function WayOn({ one }: { one: DeskCertificate }) {
  const { query } = useDesk();
  const { way, isMain } = one.isRenewed ? SEE : WAYS[one.state];
  const see = paths.certificate(one.id, query);
  const isRenewal = way === "renew";
  const href = isRenewal ? paths.newCertificate({ ...query, renews: one.id }) : see;
  return (
    <p className="mt-3 flex flex-wrap gap-3">
      <WayLink one={one} way={way} href={href} look={isMain ? "button-main" : "button-quiet"} />
      {isRenewal ? <WayLink one={one} way="see" href={see} look="button-quiet" /> : null}
    </p>
  );
}

function WayLink(props: {
  one: DeskCertificate;
  way: "draft" | "mend" | "renew" | "see";
  href: string;
  look: "button-main" | "button-quiet";
}) {
  const t = useT();
  const mark = useMark();
  const action = t(`certificates.way_${props.way}`);
  const number = mark(props.one.decisionNumber, "vi");
  return (
    <a
      className={`button w-full sm:w-auto ${props.look}`}
      href={props.href}
      aria-label={t("certificates.goNamed", { action, number })}
    >
      {action}
    </a>
  );
}
