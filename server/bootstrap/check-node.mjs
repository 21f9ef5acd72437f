// Imported first by every entry, and kept to old syntax, so that an old Node gets a sentence and no stack.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!fits) {
  console.error(`Beseda needs Node 20.19 or later (22.12 or later of 22); this is ${process.versions.node}.`);
  process.exit(1);
}
