// Before the first paint: the theme. Then the application; if it cannot start, the page says so.
(() => {
  const { glue, wasm } = document.currentScript.dataset;
  let theme = null;
  try {
    theme = localStorage.getItem("whodunit.theme");
  } catch {
    // A browser that keeps nothing has no choice to remember.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

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
})();
