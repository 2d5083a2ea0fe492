import { createRegistry } from './registry';

describe('createRegistry', () => {
  it('counts by labels', () => {
    const registry = createRegistry();
    const counter = registry.counter({
      name: 'calls_total',
      help: 'Calls.',
      labels: ['resource', 'result'],
    });
    counter.add({ resource: 'a', result: 'ok' });
    counter.add({ result: 'ok', resource: 'a' });
    counter.add({ resource: 'a"\\\n', result: 'slow' });
    expect(registry.toText()).toBe(
      [
        '# HELP calls_total Calls.',
        '# TYPE calls_total counter',
        'calls_total{resource="a",result="ok"} 2',
        'calls_total{resource="a\\"\\\\\\n",result="slow"} 1',
        '',
      ].join('\n'),
    );
  });

  it('counts what takes long in all buckets from its time on', () => {
    const registry = createRegistry();
    const histogram = registry.histogram(
      { name: 'took_seconds', help: 'Time.', labels: [] },
      [0.1, 1],
    );
    for (const seconds of [0.1, 0.5, 2]) {
      histogram.observe({}, seconds);
    }
    expect(registry.toText().split('\n').slice(2, -1)).toEqual([
      'took_seconds_bucket{le="0.1"} 1',
      'took_seconds_bucket{le="1"} 2',
      'took_seconds_bucket{le="+Inf"} 3',
      'took_seconds_sum 2.6',
      'took_seconds_count 3',
    ]);
  });

  it('shows what a gauge was last set to, or what it is now', () => {
    const registry = createRegistry();
    const gauge = registry.gauge({
      name: 'size',
      help: 'S.',
      labels: ['kind'],
    });
    registry.gauge({ name: 'now', help: 'N.', labels: [] }, () => [[{}, 7]]);
    gauge.set([[{ kind: 'Broker' }, 1]]);
    gauge.set([[{ kind: 'Trigger' }, 2]]);
    expect(registry.toText()).toContain('size{kind="Trigger"} 2\n');
    expect(registry.toText()).toContain('now 7\n');
    expect(registry.toText()).not.toContain('Broker');
  });

  it('does not grow for ever', () => {
    const registry = createRegistry();
    const counter = registry.counter({ name: 'n', help: '', labels: ['l'] });
    for (let index = 0; index < 1_000; index++) {
      counter.add({ l: String(index) });
    }
    const lines = registry.toText().trim().split('\n').slice(2);
    expect(lines).toHaveLength(500);
    expect(lines.at(-1)).toBe('n{l="other"} 501');
  });
});
