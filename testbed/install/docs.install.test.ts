import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from './packages';
import { errorsIn, printedErrors } from './printedErrors';

const pages = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: repository, encoding: 'utf8' },
)
  .split('\n')
  .filter(page => page && existsSync(join(repository, page)));

const read = (page: string) => readFileSync(join(repository, page), 'utf8');

/** Text without code, in which a bracket is no link. */
const prose = (text: string) =>
  text.replace(/^( *)```[\s\S]*?^\1```/gm, '').replace(/`[^`\n]*`/g, '');

/** As GitHub and TechDocs make it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/[`*_]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/ /g, '-');
}

function anchorsIn(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    anchorOf(text),
  );
}

function brokenLinks(page: string): string[] {
  const links = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target]) => target,
  );
  return links.filter(link => {
    if (/^[a-z]+:/.test(link)) {
      return false;
    }
    const [path, anchor] = link.split('#');
    const file = path ? join(dirname(page), path) : page;
    if (!existsSync(join(repository, file))) {
      return true;
    }
    return (
      anchor !== undefined &&
      file.endsWith('.md') &&
      !anchorsIn(file).includes(anchor)
    );
  });
}

describe('the documentation', () => {
  it.each(pages)('%s links only to what is there', page => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('is all in the contents of TechDocs', () => {
    const contents = read('mkdocs.yml');
    const missing = pages.filter(
      page =>
        /^docs\/[^/]+\.md$/.test(page) &&
        !contents.includes(page.slice('docs/'.length)),
    );

    expect(missing).toEqual([]);
  });
});

describe('the page about what goes wrong', () => {
  const page = read('docs/troubleshooting.md');
  const errors = printedErrors();

  it('has every error that the service and the module make', () => {
    const missing = errors.filter(
      ({ message }) => !page.includes(`\`${message}\``),
    );

    expect(errors.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('has no error that nothing makes any more', () => {
    const made = new Set(errors.map(({ message }) => message));
    const listed = [...page.matchAll(/^- `(.*?)`(?=$|:)/gm)].map(
      ([, text]) => text,
    );

    expect(listed.filter(text => !made.has(text))).toEqual([]);
  });
});

describe('errorsIn', () => {
  it('leaves out what differs, and takes both sides of a choice', () => {
    const source =
      "throw new InputError(ok ? `${key} is missing` : 'It is ' + 'wrong');";

    expect(errorsIn('a.ts', source).map(({ message }) => message)).toEqual([
      '… is missing',
      'It is wrong',
    ]);
  });
});
