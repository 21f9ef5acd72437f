import { writeFileSync } from 'node:fs';

/** A vitest reporter: the JSON report has no room for errors outside of the tests, which fail a run too. */
export default class NoteUnhandled {
  onTestRunEnd(_modules, errors) {
    const path = process.env.UNHANDLED_OUTPUT_FILE;
    writeFileSync(path, JSON.stringify(errors.map(({ stack, message }) => stack || message)));
  }
}
