const COLUMNS = [
  ['work', 'work'],
  ['database', 'database'],
  ['app', 'app'],
  ['floor', 'floor'],
  ['result', 'result'],
  ['byCpu', 'by CPU'],
  ['aim', 'aim'],
  ['goal', 'goal'],
];

/** Prints the rows as a Markdown table, so that it can go into the README as it is. */
export function printTable(rows, machine) {
  const cells = rows.map((row) =>
    COLUMNS.map(([key]) =>
      key === 'result' && row.reached === false ? `${row[key]} ✗` : row[key],
    ),
  );
  const all = [COLUMNS.map(([, title]) => title), ...cells];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const print = (line) =>
    process.stdout.write(`| ${line.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |\n`);
  print(all[0]);
  print(widths.map((width) => '-'.repeat(width)));
  for (const line of cells) print(line);
  const { processor, cores, memoryGb, node, platform } = machine;
  process.stdout.write(
    `\n${processor}, ${cores} cores, ${memoryGb} GB, ${platform}, Node ${node}\n`,
  );
}
