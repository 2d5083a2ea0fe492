// eslint-disable-next-line @backstage/no-undeclared-imports -- the root declares it, for all browser tests
import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { median } from '../statistics';
import { buildPage } from './buildPage';
import type { GraphCandidate, TopologyResult } from './result';
import { serveFolder } from './serveFolder';

// Debian's browser where it is installed; elsewhere Playwright's own.
const debianChromium = '/usr/bin/chromium';
const candidates: readonly GraphCandidate[] = ['topology', 'dependencyGraph'];
const sizes = [200, 500, 1000];
/** Enough for each to have loaded and compiled what it needs. */
const warmUpNodes = 60;
const mostRounds = 7;

/**
 * Measures, in a real browser, how long our topology and Backstage's own
 * DependencyGraph take from a graph to its picture: layout and drawing. They take
 * turns, each in a page of its own.
 */
export async function measureTopology(options: {
  rounds: number;
  log: (line: string) => void;
}): Promise<TopologyResult[]> {
  const page = await serveFolder(await buildPage());
  const browser = await chromium.launch({
    ...(existsSync(debianChromium) && { executablePath: debianChromium }),
    args: [
      '--disable-gpu',
      // Chromium's sandbox does not start for root, as on most CI machines.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const results: TopologyResult[] = [];
    for (const nodes of sizes) {
      options.log(`topology: ${nodes} nodes`);
      const samples: Record<GraphCandidate, number[]> = {
        topology: [],
        dependencyGraph: [],
      };
      for (let i = 0; i < Math.min(options.rounds, mostRounds); i++) {
        for (const candidate of candidates) {
          samples[candidate].push(
            await drawOnce(browser, page.url, candidate, nodes),
          );
        }
      }
      results.push(
        ...candidates.map(candidate => ({
          nodes,
          candidate,
          samples: samples[candidate],
          milliseconds: median(samples[candidate]),
        })),
      );
    }
    return results;
  } finally {
    await browser.close();
    await page.close();
  }
}

async function drawOnce(
  browser: Browser,
  url: string,
  candidate: GraphCandidate,
  nodes: number,
): Promise<number> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
  });
  try {
    await page.goto(url);
    await page.waitForFunction('window.measureGraph');
    await page.evaluate(measure(candidate, warmUpNodes));
    return await page.evaluate<number>(measure(candidate, nodes));
  } finally {
    await page.close();
  }
}

function measure(candidate: GraphCandidate, nodes: number): string {
  return `window.measureGraph(${JSON.stringify(candidate)}, ${nodes})`;
}
