// A sheet's page has its own to do first: what keeps pages is fetched when it has loaded.

addEventListener("load", () => import("./register-worker.js"));
