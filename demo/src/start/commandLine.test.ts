import { parseCommandLine, UsageError } from './commandLine';

describe('parseCommandLine', () => {
  it('shows the demo mesh unless something is asked for', () => {
    expect(parseCommandLine([])).toEqual({ kind: 'demoMesh' });
    expect(parseCommandLine(['--help'])).toEqual({ kind: 'help' });
    expect(
      parseCommandLine([], { KNATIVE_EVENT_MESH_TOKEN: 'secret' }),
    ).toEqual({ kind: 'demoMesh' });
  });

  it('reads what is said about a cluster', () => {
    expect(parseCommandLine(['--kubeconfig', 'config'])).toEqual({
      kind: 'ownCluster',
      kubeconfig: 'config',
      yes: false,
    });
    expect(
      parseCommandLine([
        '--kubeconfig=config',
        '--context=prod',
        '--token=secret',
        '--yes',
      ]),
    ).toEqual({
      kind: 'ownCluster',
      kubeconfig: 'config',
      context: 'prod',
      token: 'secret',
      yes: true,
    });
  });

  it('takes a token of the environment, unless there is one on the command line', () => {
    const environment = { KNATIVE_EVENT_MESH_TOKEN: 'of-environment' };

    expect(
      parseCommandLine(['--kubeconfig', 'config'], environment),
    ).toMatchObject({ token: 'of-environment' });
    expect(
      parseCommandLine(
        ['--kubeconfig', 'config', '--token', 'of-line'],
        environment,
      ),
    ).toMatchObject({ token: 'of-line' });
  });

  it.each([
    [['--kubeconfg', 'config'], /'--kubeconfg'/],
    [['config'], /config/],
    [['--kubeconfig'], /--kubeconfig/],
    [['--kubeconfig', ''], /--kubeconfig is empty/],
    [['--kubeconfig', 'config', '--token='], /--token is empty/],
    [['--context', 'prod'], /--context means nothing without --kubeconfig/],
    [['--token', 'x'], /--token means nothing without --kubeconfig/],
    [['--yes'], /--yes means nothing without --kubeconfig/],
  ])('refuses %j', (commandLine, message) => {
    expect(() => parseCommandLine(commandLine)).toThrow(UsageError);
    expect(() => parseCommandLine(commandLine)).toThrow(message);
  });
});
