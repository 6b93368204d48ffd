/** Digits that are read aloud and typed, in groups of four; copied they have no spaces. */
export function GroupedDigits({ digits }: { digits: string }) {
  return (
    <p className="mt-2 font-mono text-2xl font-bold" translate="no">
      {(digits.match(/.{1,4}/g) ?? []).map((group, i) => (
        <span key={i} className="mr-3">
          {group}
        </span>
      ))}
    </p>
  );
}
