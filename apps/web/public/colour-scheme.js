// Runs before the first paint, so that a person who chose dark never sees a white flash.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('gt-colour-scheme');
  } catch {
    // Storage may be switched off; the device's own preference then decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
