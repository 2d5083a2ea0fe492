/** A column of a table: texts stand left, numbers right. */
export interface Column {
  title: string;
  isText?: boolean;
}

/** A table in Markdown, as Prettier writes it. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map(cells => cells[column].length)),
  );
  const [head, ...body] = lines.map(
    cells =>
      `| ${cells
        .map((cell, column) =>
          columns[column].isText
            ? cell.padEnd(widths[column])
            : cell.padStart(widths[column]),
        )
        .join(' | ')} |`,
  );
  const rule = widths.map((width, column) =>
    columns[column].isText ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}

/** Three digits are more than the noise leaves. */
export function roundedNumber(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}
