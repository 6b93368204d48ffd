import { useT } from "~/ui/site";

/** `★★★★ OCOP`: the stars of a certificate that is valid today. */
export function StarSeal({ stars }: { stars: number }) {
  const t = useT();
  return (
    <span className="seal">
      <span aria-hidden="true">{`${"★".repeat(stars)} `}</span>
      {"OCOP "}
      <span className="sr-only">{t("catalog.starsLabel", { stars })}</span>
    </span>
  );
}
