import { beginListings } from "../support/begun-listing";
import { PHONES, signInByForm } from "../support/journey";
import { test as base } from "../support/own-shop";
import { findForms } from "../support/posted-forms";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";
const test = base.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("zz");
    await seedFolder(dataDir, ["--province", "08"]);
    await use({ dataDir });
  },
});
for (const desk of ["household", "agent"] as const)
  test(desk, async ({ page, shop }) => {
    test.setTimeout(400_000);
    if (desk === "household") await beginListings(shop.origin);
    await signInByForm(page, PHONES[desk]);
    const { pages } = await findForms(page, desk);
    const seen = new Map<string, number>();
    for (const { route, path } of pages) {
      if ((seen.get(route) ?? 0) >= 2) continue;
      seen.set(route, (seen.get(route) ?? 0) + 1);
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(path);
      const res: string[] = [];
      for (const size of ["150%", "200%"]) {
        const r = await page.evaluate((s) => {
          document.documentElement.style.fontSize = s;
          const w = document.documentElement.clientWidth;
          const over = document.documentElement.scrollWidth - w;
          const bad =
            over > 0
              ? [...document.querySelectorAll("main *, header *, nav *, footer *")]
                  .filter(
                    (e) =>
                      e.getBoundingClientRect().right > w + 1 && !e.closest(".overflow-x-auto"),
                  )
                  .slice(0, 3)
                  .map(
                    (e) =>
                      `${e.tagName}.${(e.className || "").toString().slice(0, 60)}:${(e.textContent || "").trim().slice(0, 20)}`,
                  )
              : [];
          return { over, bad };
        }, size);
        if (r.over > 0) res.push(`${size} ${r.over} ${r.bad.join(" | ")}`);
      }
      if (res.length) console.log("ZOOM", path, res.join(" || "));
      const small = await page.evaluate(() => {
        document.documentElement.style.fontSize = "";
        return [
          ...document.querySelectorAll<HTMLElement>(
            "a[href], button, summary, input:not([type=hidden]), select, textarea",
          ),
        ]
          .filter(
            (e) =>
              e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
              !(e instanceof HTMLInputElement && e.closest("label")),
          )
          .map((e) => ({ e, b: e.getBoundingClientRect() }))
          .filter(
            ({ e, b }) =>
              b.width > 1 &&
              (b.height < 48 || b.width < 48) &&
              getComputedStyle(e).position !== "absolute",
          )
          .map(
            ({ e, b }) =>
              `${e.tagName} ${Math.round(b.width)}x${Math.round(b.height)} ${(e.textContent || e.getAttribute("name") || "").trim().slice(0, 30)}`,
          );
      });
      if (small.length) console.log("SMALL", path, small.join(" | "));
    }
  });
