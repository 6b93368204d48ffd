/** The strip on top of a desk: `to` leads to what was sent just now, `left` counts what this phone still keeps. */
export function showSent(
  element: HTMLElement,
  { to, left }: { to: string | undefined; left: number },
): void {
  const [sent, kept] = element.querySelectorAll<HTMLElement>("[data-sent], [data-kept]");
  if (sent && to !== undefined) {
    sent.hidden = false;
    const link = sent.querySelector("a");
    if (link) link.href = to;
  }
  if (kept) {
    kept.hidden = left === 0;
    const count = kept.querySelector("[data-count]");
    if (count) count.textContent = String(left);
  }
}
