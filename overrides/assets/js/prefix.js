// Several sites may share one host's storage, so every key begins with this site's own path.

export const prefix = `mt1:${new URL("../..", import.meta.url).pathname}:`;
