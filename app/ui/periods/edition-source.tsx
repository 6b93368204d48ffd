import { methodUsesOf } from "~/domain/statistics/method-versions";
import type { Edition } from "~/domain/statistics/types-periods";
import { SourceLine, type SourceKind } from "~/ui/statistics/source-line";

/** The source line of figures of one edition. */
export function EditionSource(props: {
  of: SourceKind;
  edition: Pick<Edition, "month" | "manifest" | "publishedAt">;
}) {
  const { month, manifest, publishedAt } = props.edition;
  const { closedAt, methodVersion } = manifest;
  return (
    <SourceLine
      of={props.of}
      asOf={
        publishedAt === null
          ? { kind: "closed", at: closedAt }
          : { kind: "published", at: publishedAt }
      }
      first={month}
      last={month}
      methods={methodUsesOf([{ month, methodVersion }])}
    />
  );
}
