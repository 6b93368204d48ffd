// Enhancement only: every page works without this file. Keep it under 6 KB; no framework.

// A form that was sent is not sent again by an impatient finger.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// "Paid" appears by itself: asks every few seconds, slower and slower, and reloads when the answer changes.
const live = document.querySelector("[data-live-status]");
if (live) {
  let wait = 2500;
  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.liveStatus, {
        headers: { Accept: "application/json" },
      });
      if (answer.ok) {
        const { state } = await answer.json();
        if (state !== live.dataset.liveState) return location.reload();
      }
    } catch {
      // The line dropped; the next question comes anyway.
    }
    wait = Math.min(wait * 1.1, 20000);
    setTimeout(ask, document.hidden ? 20000 : wait);
  };
  setTimeout(ask, wait);
}

// Copy buttons for account, amount and memo; without this file the text can be selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = before), 2000);
  });
}

// In a menu that scrolls sideways, the page that is open is in sight.
const open = document.querySelector("header nav [aria-current=page]");
if (open) open.closest("ul").scrollLeft += open.getBoundingClientRect().left - 60;
