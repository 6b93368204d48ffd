import type { RequestAbout } from "~/domain/compliance/types";
import { useT } from "~/ui/site";

/** What a request is about, in words; of a person no more than that there is an account. */
export function AboutText({ of }: { of: RequestAbout }) {
  const t = useT();
  return (
    <>
      {t(`compliance.about_${of.kind}`)}
      {of.code === null ? null : <span className="num wrap-anywhere"> {of.code}</span>}
    </>
  );
}
