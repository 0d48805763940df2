// Before the first paint: the theme. Then the first question and the application, side by side; if the
// application cannot start, the page says so.
(() => {
  const { glue, wasm } = document.currentScript.dataset;
  let theme = null;
  try {
    theme = localStorage.getItem("whodunit.theme");
  } catch {
    // A browser that keeps nothing has no choice to remember.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

  // A cookie says who asks, so the question need not wait for the application; `client/early.rs` takes the
  // answer up if it is what it would have asked.
  const asked = question(location.pathname, new URLSearchParams(location.search));
  if (asked) {
    const answer = fetch(asked);
    answer.catch(() => {});
    window.whodunit = { asked, answer };
  }

  const ready = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
  const failed = async (reason) => {
    console.error("the console could not start:", reason);
    await ready;
    for (const link of document.querySelectorAll("[data-with-query]")) link.search = location.search;
    document.getElementById("app").hidden = true;
    document.getElementById("boot-error").hidden = false;
  };
  Promise.all([import(glue), ready]).then(([app]) => app.default({ module_or_path: wasm })).catch(failed);

  function question(path, given) {
    const event = /^\/events\/([^/]+)$/.exec(path);
    if (event) return `/api/events/${event[1]}`;
    if (path === "/") return "/api/events?q=access:write";
    if (path !== "/events") return null;
    // What a saved view asks for is known only to those who have read it.
    if (given.get("view")) return "/api/views";
    const known = ["q", "from", "to", "sort", "size", "at", "cols"].filter((name) => given.has(name));
    // What must be sent for columns is known only to the application.
    if (known.includes("cols")) return null;
    return `/api/events?${new URLSearchParams(known.map((name) => [name, given.get(name)]))}`;
  }
})();
