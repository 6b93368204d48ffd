const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** An SVG with styles of its own, which a page's policy would refuse where its address is opened by itself. */
export function drawingResponse(svg: string, headers: Record<string, string> = {}): Response {
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Security-Policy": POLICY,
      ...headers,
    },
  });
}
