import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// The one of the repository's root, which every workspace is checked with.
// eslint-disable-next-line @backstage/no-undeclared-imports
import ts from 'typescript';
import { repository } from './packages';

/** An error that somebody who runs the service or Backstage may read. */
export interface PrintedError {
  /** Relative to the repository. */
  file: string;
  /** Its text, with `…` for what differs from one time to the next. */
  message: string;
}

/** What is written in the source, without knowing the values in it. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  if (ts.isTemplateExpression(node)) {
    const rest = node.templateSpans.map(({ literal }) => `…${literal.text}`);
    return node.head.text + rest.join('');
  }
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken
  ) {
    return textOf(node.left) + textOf(node.right);
  }
  return '…';
}

function textsOf(node: ts.Expression): string[] {
  return ts.isConditionalExpression(node)
    ? [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
    : [textOf(node)];
}

/** The texts of every error that a file makes. */
export function errorsIn(file: string, source: string): PrintedError[] {
  const found: PrintedError[] = [];
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (
      ts.isNewExpression(node) &&
      /Error$/.test(node.expression.getText(parsed))
    ) {
      for (const argument of node.arguments ?? []) {
        for (const text of textsOf(argument)) {
          const message = text.replace(/\s+/g, ' ').trim();
          // Codes, and what is made up elsewhere, are no sentence.
          if (message.replaceAll('…', '').trim().includes(' ')) {
            found.push({ file, message });
          }
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** Every error of the service and of the catalog module. */
export function printedErrors(): PrintedError[] {
  return [
    'backend/src',
    'plugins/catalog-backend-module-knative-event-mesh/src',
  ].flatMap(folder =>
    readdirSync(join(repository, folder), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter(
        file =>
          file.endsWith('.ts') &&
          !/\.test\.ts$|__testUtils__|testUtils\.ts$/.test(file),
      )
      .sort()
      .flatMap(file => {
        const path = `${folder}/${file}`;
        return errorsIn(path, readFileSync(join(repository, path), 'utf8'));
      }),
  );
}
