// Hands a file to the person.

export const saveAs = (blob, name) => {
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(blob), download: name }).click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
};
