import { useT } from "~/ui/site";

/** `★★★★ OCOP`: the stars of a certificate that is valid today. */
export function StarSeal({ stars }: { stars: number }) {
  const t = useT();
  return (
    <span className="seal" role="img" aria-label={t("catalog.starsLabel", { stars })}>
      {"★".repeat(stars)} OCOP
    </span>
  );
}
