// The page at an old address: what stands behind `#`, such as a shared sheet, comes along, which
// the refresh for browsers without scripts would lose.

location.replace(document.querySelector("main a").href + location.search + location.hash);
