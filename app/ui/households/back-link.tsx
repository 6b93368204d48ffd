/** The way up, on top of a page. */
export function BackLink({ href, text }: { href: string; text: string }) {
  return (
    <p>
      <a href={href} className="inline-flex min-h-12 items-center gap-2">
        <span aria-hidden="true">‹</span>
        <span className="underline">{text}</span>
      </a>
    </p>
  );
}
